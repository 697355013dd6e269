package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.head.SnapshotTaker;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Mentions;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.TypeWords;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.step.Situation;
import dev.saveschema.processor.history.step.Widening;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A conversion takes what the member was in the version that it starts from: what it cannot take would be lost. */
final class ConversionSourceCheck implements HistoryCheck {

    @Override
    public List<Problem> check(Situation situation) {
        return situation.schema().steps().stream()
                .flatMap(step -> step.form() instanceof Step.Form.Conversion conversion
                        ? check(situation, step, conversion).stream()
                        : Stream.empty())
                .toList();
    }

    private static Optional<Problem> check(Situation situation, Step step, Step.Form.Conversion conversion) {
        String name = situation.converted(step).orElseThrow();
        Optional<Snapshot> before = situation.history().find(step.from()).map(LockedVersion::snapshot);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Optional<ValueType> was = before.get().root().member(name).map(Definition.Member::type);
        if (was.isEmpty()) {
            return Optional.of(MigrationProblems.nothingToConvert(
                    step.origin(), step.method(), conversion.component(), step.from(), situation.file(step.from())));
        }
        ValueType takes = SnapshotTaker.typeOf(conversion.from(), situation.schema());
        return takesAll(was.get(), takes, before.get())
                ? Optional.empty()
                : Optional.of(MigrationProblems.sourceMismatch(
                        step.origin(),
                        step.method(),
                        TypeWords.java(takes),
                        name,
                        TypeWords.java(was.get()),
                        step.from(),
                        Mentions.in(was.get()).isEmpty()));
    }

    /** What classes hold is not compared: the conversion reads them as they are today, and is trusted with that. */
    private static boolean takesAll(ValueType was, ValueType takes, Snapshot before) {
        boolean losesNull = was instanceof ValueType.Nullable && !(takes instanceof ValueType.Nullable);
        Widening widening =
                new Widening((old, now) -> true, name -> before.definition(name) instanceof Definition.Constants);
        return isOpaque(was) || !losesNull && widening.isAutomatic(was, takes);
    }

    /** Whether only the program of that time knows what is written there. */
    private static boolean isOpaque(ValueType type) {
        if (type instanceof ValueType.Nullable nullable) {
            return isOpaque(nullable.of());
        }
        if (type instanceof ValueType.ListOf list) {
            return isOpaque(list.element());
        }
        return type instanceof ValueType.MapOf map ? isOpaque(map.value()) : type instanceof ValueType.Anything;
    }
}
