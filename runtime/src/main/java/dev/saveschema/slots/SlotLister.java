package dev.saveschema.slots;

import dev.saveschema.Finding;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.Repair;
import dev.saveschema.SaveSeal;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.document.HeadReader;
import dev.saveschema.document.SummarySchema;
import dev.saveschema.slots.Slot.State;
import dev.saveschema.storage.slots.SlotEntry;
import dev.saveschema.storage.slots.SlotEntry.Ends;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Tells what is in a slot from both ends of its file, if these are what this program writes. Everything else is loaded to find out
 * what a load makes of it.
 */
record SlotLister<T>(Schema<T> schema, StoreOptions options) {

    Slot slot(SlotEntry entry) {
        Optional<Slot> fromItsEnds = entry.ends().flatMap(ends -> slot(entry, ends));
        return fromItsEnds.isPresent() ? fromItsEnds.get() : loaded(entry);
    }

    /** Empty if they do not tell everything. */
    private Optional<Slot> slot(SlotEntry entry, Ends ends) {
        OptionalInt version = HeadReader.version(ends.head());
        boolean isOurs = ends.seal().isPresent()
                && ends.size() <= options.limits().fileBytes()
                && version.isPresent()
                && version.getAsInt() == schema.version();
        Optional<Optional<Object>> summary = schema.summary().isEmpty()
                ? Optional.of(Optional.empty())
                : schema.summary().flatMap(members -> summary(ends, members)).map(Optional::of);
        return isOurs && summary.isPresent()
                ? Optional.of(new Slot(
                        entry.name(),
                        State.WHOLE,
                        ends.seal().get().time(),
                        OptionalLong.of(ends.seal().get().generation()),
                        version,
                        ends.size(),
                        "",
                        summary.get()))
                : Optional.empty();
    }

    private Optional<Object> summary(Ends ends, SummarySchema<T, ?> members) {
        return HeadReader.summary(ends.head(), members, options.limits()).map(Object.class::cast);
    }

    private Slot loaded(SlotEntry entry) {
        try {
            LoadResult<T> loaded =
                    SaveStore.openReadOnly(schema, entry.save(), options).load();
            State state = state(loaded.outcome());
            boolean isUsed = state != State.LOST && state != State.EMPTY;
            return new Slot(
                    entry.name(),
                    state,
                    loaded.seal().map(SaveSeal::time).orElse(entry.touched()),
                    loaded.generation(),
                    loaded.storedVersion(),
                    size(entry),
                    detail(loaded, state),
                    isUsed ? summary(loaded.value()) : Optional.empty());
        } catch (IOException refused) {
            return new Slot(
                    entry.name(),
                    State.UNREADABLE,
                    entry.touched(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    size(entry),
                    String.valueOf(refused.getMessage()),
                    Optional.empty());
        }
    }

    private static long size(SlotEntry entry) {
        return entry.ends().map(Ends::size).orElse(0L);
    }

    private Optional<Object> summary(T value) {
        return schema.summary().map(members -> members.ofValue().apply(value));
    }

    private static State state(Outcome outcome) {
        return switch (outcome) {
            case FIRST_RUN -> State.EMPTY;
            case LOADED -> State.WHOLE;
            case EDITED -> State.EDITED;
            case RECOVERED, SALVAGED -> State.DAMAGED;
            case RESET -> State.LOST;
            case NEWER -> State.NEWER;
        };
    }

    private static String detail(LoadResult<?> loaded, State state) {
        return switch (state) {
            case WHOLE, EDITED -> repaired(loaded.repairs());
            case DAMAGED, LOST ->
                loaded.findings().stream().findFirst().map(Finding::toString).orElse("");
            case NEWER, EMPTY, UNREADABLE -> "";
        };
    }

    private static String repaired(List<Repair> repairs) {
        return switch (repairs.size()) {
            case 0 -> "";
            case 1 -> repairs.get(0).toString();
            default -> repairs.get(0) + " (and " + (repairs.size() - 1) + " more)";
        };
    }
}
