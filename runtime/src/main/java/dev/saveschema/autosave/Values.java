package dev.saveschema.autosave;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which value is the newest, which is the newest that can be saved, and which is durable. Values are numbered as they come, and
 * none is ever put in the place of one with a higher number.
 *
 * <p>Not thread-safe.
 */
final class Values<T, E> {

    private Version<T> newest;

    /** The newest that need not be written: it was loaded or saved. */
    private Version<T> settled;

    private @Nullable T lastDurable;

    /** Up to which number values were looked at; superseded ones are not. */
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

    /** Why a value can never be saved. */
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

    /** Takes over what a load found, unless there is something newer. */
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

    /** The newest value is again the newest that can be saved, unless one came meanwhile. */
    void refuse(Version<T> version, Throwable reason) {
        checked = Math.max(checked, version.number());
        if (version.number() == newest.number()) {
            Version<T> saveable = ready == null ? settled : ready.version();
            newest = new Version<>(version.number(), saveable.value());
            refusal = new Refusal(version.number(), reason);
        }
    }

    /** Has this be the newest value, durable, and nothing that came before it be written any more. */
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
            return; // by one that came after it, and was saved after it
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

    /** Whether there is something to be written, as far as is known. */
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

    /** Why the newest value that was given is not the newest value; empty if it is. */
    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }
}
