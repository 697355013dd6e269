package dev.saveschema.jdbc;

import java.time.Instant;

/**
 * A save in a list, with the facts that are known without reading it.
 *
 * @param name the name for {@link JdbcSaves#open}
 * @param generation about how many times it was saved
 * @param version the version of its format
 * @param time the time when it was saved, or deleted, in whole seconds
 * @param size the size in bytes
 */
public record JdbcSlot(String name, long generation, int version, Instant time, long size) {}
