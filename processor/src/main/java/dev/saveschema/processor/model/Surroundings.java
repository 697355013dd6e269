package dev.saveschema.processor.model;

import java.util.Set;

/**
 * The facts about its surroundings that a generated class has to respect.
 *
 * @param isPublic whether the record, and so its generated class, can be seen from other packages
 * @param seesGenerated whether the record's module can read {@code javax.annotation.processing.Generated}
 * @param hidden the classes of {@code java.lang} that have to be named with their package, since the record's package has a class
 *     of the same name
 * @param usesDeprecated whether generated code names something that is deprecated
 */
public record Surroundings(boolean isPublic, boolean seesGenerated, Set<String> hidden, boolean usesDeprecated) {

    public Surroundings {
        hidden = Set.copyOf(hidden);
    }

    /** The same surroundings, with another answer to whether generated code names something that is deprecated. */
    public Surroundings usingDeprecated(boolean deprecated) {
        return new Surroundings(isPublic, seesGenerated, hidden, deprecated);
    }
}
