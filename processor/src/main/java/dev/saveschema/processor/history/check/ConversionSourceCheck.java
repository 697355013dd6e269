package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.head.SnapshotTaker;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Mentions;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.history.step.Widening;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversion takes every value that the member could have in the version that the conversion starts from. A value that it does
 * not take would be lost.
 */
final class ConversionSourceCheck implements HistoryCheck {

    @Override
    public List<Problem> check(SchemaAndHistory both) {
        return both.schema().steps().stream()
                .flatMap(step -> step.form() instanceof Step.Form.Conversion conversion
                        ? check(both, step, conversion).stream()
                        : Stream.empty())
                .toList();
    }

    private static Optional<Problem> check(SchemaAndHistory both, Step step, Step.Form.Conversion conversion) {
        String name = both.converted(step).orElseThrow();
        Optional<Snapshot> before = both.history().find(step.from()).map(LockedVersion::snapshot);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<ValueType> was = before.get().root().member(name).map(Definition.Member::type);
        if (was.isEmpty()) {
            return Optional.of(MigrationProblems.nothingToConvert(
                    step.origin(), step.method(), conversion.component(), step.from(), both.file(step.from())));
        }
        ValueType takes = SnapshotTaker.typeOf(conversion.from(), both.schema());
        return takesAll(was.get(), takes, before.get())
                ? Optional.empty()
                : Optional.of(MigrationProblems.sourceMismatch(
                        step.origin(),
                        step.method(),
                        ValueTypeText.java(takes),
                        name,
                        ValueTypeText.java(was.get()),
                        step.from(),
                        Mentions.in(was.get()).isEmpty()));
    }

    /**
     * Whether every value of the first type is one of the second. Members of records are not compared: the conversion reads an
     * older record with today's class, and the developer is trusted to know that.
     */
    private static boolean takesAll(ValueType was, ValueType takes, Snapshot before) {
        boolean losesNull = was instanceof ValueType.Nullable && !(takes instanceof ValueType.Nullable);
        Widening widening =
                new Widening((old, now) -> true, name -> before.definition(name) instanceof Definition.Constants);
        return isOpaque(was) || !losesNull && widening.isAutomatic(was, takes);
    }

    /** Whether the history does not know the form of the value, since a codec of the program wrote it. */
    private static boolean isOpaque(ValueType type) {
        if (type instanceof ValueType.Nullable nullable) {
            return isOpaque(nullable.of());
        }
        if (type instanceof ValueType.ListOf list) {
            return isOpaque(list.element());
        }
        if (type instanceof ValueType.OneOf oneOf) {
            return oneOf.types().stream().anyMatch(ConversionSourceCheck::isOpaque);
        }
        return type instanceof ValueType.MapOf map ? isOpaque(map.value()) : type instanceof ValueType.Anything;
    }
}
