package dev.saveschema.processor.check;

/**
 * Knows the members of released versions. It still knows a member when the annotation that told of its removal or renaming is gone.
 */
public interface FormerMembers {

    /** Whether the root of a version's documents had the member; false if that is not known. */
    boolean had(int version, String member);
}
