package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * {@code @Removed}: a name that files from version {@code since} on no longer have.
 *
 * @param isKept whether the member stays in the file, among the record's unknown members
 */
public record Removal(String name, int since, boolean isKept, Origin origin) {}
