package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;

/**
 * The promise that a user can go back.
 *
 * @param to the oldest version whose program must be able to write the head's files back
 */
public record Downgrade(int to, Origin origin) {}
