package dev.saveschema.storage.medium;

import dev.saveschema.KeptCopy;
import java.time.Instant;
import java.util.Optional;

/**
 * One save in a medium, without its bytes.
 *
 * @param number greater with every save
 * @param id random, 16 hex digits: the number alone does not tell one save from another, where a medium was restored from its
 *     own backup
 * @param time when the generation was saved, in whole seconds
 * @param size the number of its bytes
 * @param kept why the generation stays, if it is more than a backup
 */
public record Generation(long number, String id, Instant time, long size, Optional<KeptCopy.Why> kept) {

    /** Whether both are the same save; one may have become a backup, or be kept, meanwhile. */
    public boolean isSame(Generation other) {
        return number == other.number && id.equals(other.id);
    }

    /** This generation, to be kept. */
    public Generation kept(KeptCopy.Why why) {
        return new Generation(number, id, time, size, Optional.of(why));
    }
}
