package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/** {@code @Removed}: a name that files from version {@code since} on no longer have. */
public record Removal(String name, int since, Origin origin) {}
