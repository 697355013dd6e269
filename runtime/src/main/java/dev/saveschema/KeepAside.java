package dev.saveschema;

import dev.saveschema.KeptCopy.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much of what is kept aside stays. Immutable.
 *
 * <p>By default all of it, but for copies that were {@link Why#REPAIRED}: of those the first and the seven newest stay. A second program
 * that writes the file in its own way makes one with each of its writings, and would fill the disk in time; the first one is what
 * the file was before that began. Everything else is kept rarely, and may be all that is left of something.
 *
 * <p>Whatever is asked for here, the file of an older version stays, and so does what was kept last. Nothing is deleted but by a
 * save that has just kept something, once it is in place.
 */
public final class KeepAside {

    private static final int REPAIRED = 7;
    private static final KeepAside FOREVER = new KeepAside(false, Integer.MAX_VALUE, Long.MAX_VALUE, Optional.empty());
    private static final KeepAside DEFAULTS = new KeepAside(true, Integer.MAX_VALUE, Long.MAX_VALUE, Optional.empty());

    private final boolean isDefault;
    private final int newest;
    private final long bytes;
    private final Optional<Duration> age;

    private KeepAside(boolean isDefault, int newest, long bytes, Optional<Duration> age) {
        this.isDefault = isDefault;
        this.newest = newest;
        this.bytes = bytes;
        this.age = age;
    }

    /** All but the repaired copies between the first and the seven newest. */
    public static KeepAside defaults() {
        return DEFAULTS;
    }

    /** All of it, until you delete it. */
    public static KeepAside forever() {
        return FOREVER;
    }

    /**
     * The newest copies only.
     *
     * @throws IllegalArgumentException if it is less than 1
     */
    public static KeepAside newest(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least 1 copy stays, not " + most);
        }
        return new KeepAside(false, most, Long.MAX_VALUE, Optional.empty());
    }

    /**
     * The newest copies that have no more bytes in all.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public static KeepAside atMost(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size cannot be negative: " + bytes);
        }
        return new KeepAside(false, Integer.MAX_VALUE, bytes, Optional.empty());
    }

    /**
     * Copies that were kept within this time only, by the clock of the machine.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public static KeepAside youngerThan(Duration age) {
        if (age.isNegative()) {
            throw new IllegalArgumentException("an age cannot be negative: " + age);
        }
        return new KeepAside(false, Integer.MAX_VALUE, Long.MAX_VALUE, Optional.of(age));
    }

    /** Only what stays by this and by the other. */
    public KeepAside and(KeepAside other) {
        Optional<Duration> shorter =
                age.isPresent() && (other.age.isEmpty() || age.get().compareTo(other.age.get()) < 0) ? age : other.age;
        return new KeepAside(
                isDefault || other.isDefault, Math.min(newest, other.newest), Math.min(bytes, other.bytes), shorter);
    }

    /**
     * For a storage: which copies need not stay.
     *
     * @param kept all of them, the newest first
     * @param now by the clock of this machine
     */
    public List<KeptCopy> beyond(List<KeptCopy> kept, Instant now) {
        List<KeptCopy> beyond = new ArrayList<>();
        List<KeptCopy> repaired =
                kept.stream().filter(copy -> copy.why() == Why.REPAIRED).toList();
        if (isDefault && repaired.size() > REPAIRED + 1) {
            beyond.addAll(repaired.subList(REPAIRED, repaired.size() - 1));
        }
        int count = 0;
        long size = 0;
        for (KeptCopy copy : kept) {
            if (copy.why() != Why.VERSION && !beyond.contains(copy)) {
                count++;
                size += copy.size();
                if (count > 1 && (count > newest || size > bytes || isOlder(copy, now))) {
                    beyond.add(copy);
                }
            }
        }
        return beyond;
    }

    private boolean isOlder(KeptCopy copy, Instant now) {
        return age.isPresent() && copy.time().isBefore(now.minus(age.get()));
    }
}
