package dev.saveschema.processor.check;

/** Knows what released versions had, long after the annotations that told of it are gone. */
public interface FormerMembers {

    /** Whether the document of a version had the member itself; false if that is not known. */
    boolean had(int version, String member);
}
