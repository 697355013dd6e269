package dev.saveschema.storage.seal;

import dev.saveschema.SaveSeal;
import dev.saveschema.storage.SealedVersions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The values in the last member of a save. The member, as {@link Seals} sets it:
 *
 * <pre>{@code
 * {
 *   "$version": 4,
 *   "a": 1,
 *   "$save": {"v": 2, "gen": 42, "id": "6f1c0a9b5e3d7712", "parent": "27e0b3f1c4d5a698", "time": "2026-11-22T19:47:03Z", "version": 4, "reads": 3, "writes": 4, "by": 4, "len": 197, "sum": "4ea1af90be9597ff"}
 * }
 * }</pre>
 *
 * <p>Format 1 lacks {@code version}, {@code reads}, {@code writes} and {@code by}, and is still read; it is written where nothing is
 * known of versions.
 *
 * <p>{@code sum} is CRC32C, then CRC32, over every byte before its own first digit; {@code len} is the number of those bytes.
 * A seal finds damage. It does not stop anybody from changing the file, and is not meant to.
 *
 * @param generation 1 for the first save, greater for every further one; 0 in the stand-in for a seal where files have none
 * @param id the id of this generation, random, 16 hex digits
 * @param parent the id of the generation that this one replaced, {@link #NO_PARENT} for the first
 * @param time when the save was sealed, in whole seconds
 * @param versions the versions of the document
 */
public record Seal(long generation, String id, String parent, Instant time, SealedVersions versions) {

    public static final String NO_PARENT = "0".repeat(16);

    /** The greatest generation that is read as a seal. A save after it has the same number again. */
    public static final long LAST_GENERATION = 999_999_999_999_999L;

    // 0000-01-01T00:00:00Z and 9999-12-31T23:59:59Z, without the parser that would be set up for them
    private static final Instant FIRST_TIME = Instant.ofEpochSecond(-62_167_219_200L);
    private static final Instant LAST_TIME = Instant.ofEpochSecond(253_402_300_799L);

    /** A seal that says nothing of versions. */
    public Seal(long generation, String id, String parent, Instant time) {
        this(generation, id, parent, time, SealedVersions.NONE);
    }

    /** The seal of the next generation, as far as what it says fits into a seal. */
    public static Seal after(long generation, String id, String parent, Instant time, SealedVersions versions) {
        return new Seal(Math.min(generation, LAST_GENERATION - 1) + 1, id, parent, fitting(time), versions);
    }

    /** The seal as applications see it; empty for the stand-in where files have none. */
    public Optional<SaveSeal> shown() {
        return generation == 0 ? Optional.empty() : Optional.of(new SaveSeal(generation, id, parent, time));
    }

    /** The nearest time that has a year of four digits, in whole seconds. */
    public static Instant fitting(Instant time) {
        if (time.isAfter(LAST_TIME)) {
            return LAST_TIME;
        }
        return time.isBefore(FIRST_TIME) ? FIRST_TIME : time.truncatedTo(ChronoUnit.SECONDS);
    }
}
