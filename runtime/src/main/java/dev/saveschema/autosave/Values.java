package dev.saveschema.autosave;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the newest value, the newest value that can be saved, and the newest durable one. Values are numbered as they come, and
 * none ever replaces one with a higher number.
 *
 * <p>Not thread-safe.
 */
final class Values<T, E> {

    private Version<T> newest;

    /** The newest value that need not be written, since it was loaded or saved. */
    private Version<T> settled;

    private @Nullable T lastDurable;

    /** The number up to which values were checked. A value that was replaced before its check is never checked. */
    private long checked;

    private @Nullable Ready<T, E> ready;
    private @Nullable Refusal refusal;

    /** A value and its place in the order. */
    record Version<T>(long number, T value) {}

    /** A value that can be saved, and is not yet durable. */
    record Ready<T, E>(Version<T> version, E encoded) {

        long number() {
            return version.number();
        }
    }

    /** The reason why a value can never be saved. */
    record Refusal(long number, Throwable reason) {}

    /** @param lastDurable the same value, if it is known to be durable */
    Values(T initial, Optional<T> lastDurable) {
        this.newest = new Version<>(0, initial);
        this.settled = newest;
        this.lastDurable = lastDurable.orElse(null);
    }

    Version<T> newest() {
        return newest;
    }

    Version<T> submit(T value) {
        newest = new Version<>(newest.number() + 1, value);
        refusal = null;
        return newest;
    }

    Version<T> submit(T value, E encoded) {
        Version<T> version = submit(value);
        accept(version, encoded);
        return version;
    }

    /** Takes over the value that a load has found, unless there is an unsaved one. */
    void loaded(T value) {
        if (!isUnsaved()) {
            newest = new Version<>(newest.number() + 1, value);
            settled = newest;
            checked = newest.number();
            refusal = null;
        }
    }

    void accept(Version<T> version, E encoded) {
        checked = Math.max(checked, version.number());
        if (version.number() > settled.number() && (ready == null || version.number() > ready.number())) {
            ready = new Ready<>(version, encoded);
        }
    }

    /**
     * Takes back a value that can never be saved. The newest value that can be saved becomes the newest value again, unless another
     * value came meanwhile.
     */
    void refuse(Version<T> version, Throwable reason) {
        checked = Math.max(checked, version.number());
        if (version.number() == newest.number()) {
            Version<T> saveable = ready == null ? settled : ready.version();
            newest = new Version<>(version.number(), saveable.value());
            refusal = new Refusal(version.number(), reason);
        }
    }

    /** Makes a durable value the newest one. No value that came before it is written any more. */
    void settle(T value) {
        newest = new Version<>(newest.number() + 1, value);
        settled = newest;
        lastDurable = value;
        checked = newest.number();
        ready = null;
        refusal = null;
    }

    void durable(Ready<T, E> saved) {
        if (isSettled(saved.number())) {
            return; // by a value that came later and was saved later
        }
        settled = saved.version();
        lastDurable = settled.value();
        if (ready != null && ready.number() <= settled.number()) {
            ready = null;
        }
    }

    /** Whether this value, or a later one, need not be written any more. */
    boolean isSettled(long number) {
        return settled.number() >= number;
    }

    /** Whether there may be a value to write: one that can be saved, or one that is not checked yet. */
    boolean isUnsaved() {
        return ready != null || isUnchecked();
    }

    boolean isUnchecked() {
        return newest.number() > checked;
    }

    Optional<Ready<T, E>> ready() {
        return Optional.ofNullable(ready);
    }

    Optional<T> lastDurable() {
        return Optional.ofNullable(lastDurable);
    }

    /** The reason why the newest given value was taken back; empty if it was not. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }
}
