package dev.saveschema;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A save that is kept behind the newest one, as {@link SaveStore#backups} found it. Prints as one line.
 *
 * @param copy where it is; what {@link SaveStore#load(Copy)} and {@link SaveStore#restore} take
 * @param generation its number; empty where no seal says it
 * @param time when it was saved, in whole seconds by the clock of that machine; empty where no seal says it
 * @param version of its format; empty where it says none
 * @param size in bytes; 0 if it cannot be read
 * @param state what it turned out to be: {@code SEALED} and {@code EDITED} can be restored, {@code NEWER},
 *     {@code INVALID} and {@code UNREADABLE} cannot
 */
public record Backup(
        Copy copy,
        OptionalLong generation,
        Optional<Instant> time,
        OptionalInt version,
        long size,
        Finding.State state) {

    @Override
    public String toString() {
        return copy.name() + ": " + state
                + time.map(saved -> ", saved " + saved).orElse("") + ", " + size + " bytes";
    }
}
