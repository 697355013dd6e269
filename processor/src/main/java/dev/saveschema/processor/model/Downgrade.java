package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * {@code downgradeTo}: the promise that a user can go back to an older program.
 *
 * @param to the oldest version whose programs must be able to write the head's files back
 */
public record Downgrade(int to, Origin origin) {}
