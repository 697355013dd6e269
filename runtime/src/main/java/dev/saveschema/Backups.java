package dev.saveschema;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Which saves stay behind the newest one. Immutable; each method that sets something returns a changed copy.
 *
 * <pre>{@code
 * StoreOptions.defaults().backups(Backups.keep(2).hourly(24).daily(7))
 * }</pre>
 *
 * <p>{@link #hourly} and {@link #daily} count the hours and days in which something was saved, and keep the last save of each: after a
 * holiday the save from before it is still there. Hours and days are those of UTC, by the clock of the machine that saved. A time
 * that is wrong costs a backup at most; which save is the newest, no time decides.
 *
 * <p>Thinned only once a save is in place, and never below the two newest.
 */
public final class Backups {

    private static final int LEAST = 2;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final int newest;
    private final int hours;
    private final int days;

    private Backups(int newest, int hours, int days) {
        this.newest = newest;
        this.hours = hours;
        this.days = days;
    }

    /**
     * The newest saves behind the one that is current.
     *
     * @param newest how many; 2 by default
     * @throws IllegalArgumentException if it is less than 2: with one, damage to the newest save during the next leaves none
     */
    public static Backups keep(int newest) {
        if (newest < LEAST) {
            throw new IllegalArgumentException("at least " + LEAST + " backups are kept, not " + newest);
        }
        return new Backups(newest, 0, 0);
    }

    /**
     * Also the last save of each of so many hours in which something was saved.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public Backups hourly(int most) {
        return new Backups(newest, positive(most), days);
    }

    /**
     * Also the last save of each of so many days in which something was saved.
     *
     * @throws IllegalArgumentException if it is less than 0
     */
    public Backups daily(int most) {
        return new Backups(newest, hours, positive(most));
    }

    private static int positive(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("a number of backups cannot be negative: " + most);
        }
        return most;
    }

    /**
     * For a storage: whether a save may have to stay when it is no longer one of the two newest.
     *
     * @param time when it was saved
     * @param next when the one after it was saved
     */
    public boolean mayStay(Instant time, Instant next) {
        return newest > LEAST
                || hours > 0 && bucket(time, HOUR) != bucket(next, HOUR)
                || days > 0 && bucket(time, DAY) != bucket(next, DAY);
    }

    /**
     * For a storage: which saves behind the two newest backups stay.
     *
     * @param older the times of those, by numbers that grow with every save
     * @param newer the times of the current save and of the two newest backups
     * @return the numbers of those that stay
     */
    public Set<Long> stay(NavigableMap<Long, Instant> older, Collection<Instant> newer) {
        List<Map.Entry<Long, Instant>> newestFirst =
                new ArrayList<>(older.descendingMap().entrySet());
        Set<Long> stay = new HashSet<>();
        newestFirst.stream().limit((long) newest - LEAST).map(Map.Entry::getKey).forEach(stay::add);
        stay.addAll(lastOfEach(HOUR, hours, newestFirst, newer));
        stay.addAll(lastOfEach(DAY, days, newestFirst, newer));
        return stay;
    }

    private static Set<Long> lastOfEach(
            Duration length, int most, List<Map.Entry<Long, Instant>> newestFirst, Collection<Instant> newer) {
        Set<Long> seen = new HashSet<>();
        newer.forEach(time -> seen.add(bucket(time, length)));
        Set<Long> stay = new HashSet<>();
        for (Map.Entry<Long, Instant> save : newestFirst) {
            if (seen.size() < most && seen.add(bucket(save.getValue(), length))) {
                stay.add(save.getKey());
            }
        }
        return stay;
    }

    private static long bucket(Instant time, Duration length) {
        return Math.floorDiv(time.getEpochSecond(), length.toSeconds());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Backups backups
                && newest == backups.newest
                && hours == backups.hours
                && days == backups.days;
    }

    @Override
    public int hashCode() {
        return List.of(newest, hours, days).hashCode();
    }

    /** {@code the newest 2, 24 hours, 7 days}. */
    @Override
    public String toString() {
        return "the newest " + newest + ", " + hours + " hours, " + days + " days";
    }
}
