package dev.saveschema.storage;

import java.time.Instant;

/**
 * What the last member of a save says about it. The member, as {@link SealText} sets it:
 *
 * <pre>{@code
 * {
 *   "$version": 4,
 *   "a": 1,
 *   "$save": {"v": 1, "gen": 42, "id": "6f1c0a9b5e3d7712", "parent": "27e0b3f1c4d5a698", "time": "2026-11-22T19:47:03Z", "len": 147, "sum": "4ea1af90be9597ff"}
 * }
 * }</pre>
 *
 * <p>{@code sum} is CRC32C, then CRC32, over every byte before its own first digit; {@code len} is the number of those bytes.
 * A seal finds damage. It does not stop anybody from changing the file, and is not meant to.
 *
 * @param generation 1 for the first save, one more for every further one
 * @param id of this generation, random, 16 hex digits
 * @param parent the id of the generation that this one replaced, {@link #NO_PARENT} for the first
 * @param time when it was sealed, in whole seconds
 */
record Seal(long generation, String id, String parent, Instant time) {

    static final String NO_PARENT = "0".repeat(16);
}
