package dev.saveschema.processor.model;

import java.util.Set;

/**
 * What a generated class has to mind, beside what its file can hold.
 *
 * @param isPublic whether the record can be seen from other packages, and so its generated class
 * @param seesGenerated whether the record's module can read {@code javax.annotation.processing.Generated}
 * @param hidden the classes of {@code java.lang} that cannot be named without their package, since the record's package has a class
 *     of that name
 * @param usesDeprecated whether something that generated code names is deprecated
 */
public record Surroundings(boolean isPublic, boolean seesGenerated, Set<String> hidden, boolean usesDeprecated) {

    public Surroundings {
        hidden = Set.copyOf(hidden);
    }

    /** The same for code that names something deprecated, or does not. */
    public Surroundings usingDeprecated(boolean deprecated) {
        return new Surroundings(isPublic, seesGenerated, hidden, deprecated);
    }
}
