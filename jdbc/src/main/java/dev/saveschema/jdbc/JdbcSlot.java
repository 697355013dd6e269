package dev.saveschema.jdbc;

import java.time.Instant;

/**
 * A save in a list: what is known of it without reading it.
 *
 * @param name what {@link JdbcSaves#open} takes
 * @param generation how many saves it has seen, about
 * @param version of its format
 * @param time when it was saved, or deleted, in whole seconds
 * @param size in bytes
 */
public record JdbcSlot(String name, long generation, int version, Instant time, long size) {}
