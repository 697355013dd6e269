package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Move;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the parts of a version that carry over to the next one without code of the developer's. Two records, enums or sealed interfaces are a
 * pair if a member of both versions leads from one to the other. A pair of records carries over unless one of its members does not; such a
 * member becomes a parameter, so that no value of a file is left behind silently.
 */
final class CarryOver {

    /** A record, enum or sealed interface of the older version, and its counterpart in the newer one. */
    record Pair(Shape from, Shape to) {}

    /**
     * A component of the newer version that carries over.
     *
     * @param from its name in the older record
     */
    record Taken(String name, Conversion conversion, String from) {

        /** @param old the variable of the older record */
        CodeBlock code(String old, Identifiers names) {
            return conversion.of(CodeBlock.of("$N.$N()", old, from), names);
        }
    }

    /**
     * A pair of records.
     *
     * @param taken the components that carry over
     * @param asked the components that the older version had with another type, or in another place
     * @param isWhole whether the newer record has no other components
     */
    record Records(RecordModel from, RecordModel to, List<Taken> taken, List<Component> asked, boolean isWhole) {}

    private final SchemaModel older;
    private final SchemaModel newer;
    private final Conversions conversions;
    private final Predicate<RecordModel> canChange;

    /** Each pair, and whether it carries over: of two that need one another, both do unless something else is in the way. */
    private final Map<Pair, Boolean> pairs = new LinkedHashMap<>();

    private final List<Records> records;

    /**
     * @param around the class that has the methods for the newer version's types, if these types do not have them themselves
     * @param canChange whether there is a class that changes single components of a record of the newer version
     */
    CarryOver(SchemaModel older, SchemaModel newer, Optional<ClassName> around, Predicate<RecordModel> canChange) {
        this.older = older;
        this.newer = newer;
        this.conversions = new Conversions(this::carries, around);
        this.canChange = canChange;
        pairs.put(new Pair(older.root().shape(), newer.root().shape()), true);
        boolean isSettled = false;
        while (!isSettled) {
            isSettled = !hasNews();
        }
        records = pairs.keySet().stream()
                .filter(pair -> pair.from() instanceof Shape.Nested)
                .map(this::records)
                .filter(this::isMade)
                .toList();
    }

    /** Looks at each pair once more: it may lead to a new pair, or to one that does not carry over after all. */
    private boolean hasNews() {
        Map<Pair, Boolean> before = new LinkedHashMap<>(pairs);
        before.forEach((pair, carries) -> pairs.put(pair, carries && carries(pair)));
        return !pairs.equals(before);
    }

    int olderVersion() {
        return older.version();
    }

    /** The pairs of records, also of those that do not carry over without being told something. */
    List<Records> records() {
        return records;
    }

    private boolean isMade(Records records) {
        return records.isWhole() || canChange.test(records.to());
    }

    /** The other pairs that carry over. */
    List<Pair> others() {
        return pairs.entrySet().stream()
                .filter(pair -> pair.getValue() && !(pair.getKey().from() instanceof Shape.Nested))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Records records(Pair pair) {
        RecordModel from = older.record((Shape.Nested) pair.from());
        RecordModel to = newer.record((Shape.Nested) pair.to());
        List<Taken> taken = new ArrayList<>();
        List<Component> asked = new ArrayList<>();
        for (Component component : to.components()) {
            Optional<Component> before = before(component, from.components());
            Optional<Conversion> conversion =
                    before.flatMap(found -> conversions.find(found.shape(), component.shape()));
            if (conversion.isPresent()) {
                taken.add(new Taken(
                        component.name(), conversion.get(), before.get().name()));
            } else if (before.isPresent() || isMoved(component)) {
                asked.add(component);
            }
        }
        from.unknown()
                .ifPresent(kept -> to.unknown()
                        .ifPresent(keeps -> taken.add(new Taken(keeps.name(), Conversion.NONE, kept.name()))));
        return new Records(
                from,
                to,
                taken,
                asked,
                taken.size() == to.arguments(c -> c, u -> u).size());
    }

    private boolean isMoved(Component component) {
        return component.move().map(Move::since).equals(Optional.of(newer.version()));
    }

    /** The counterpart of a named thing in the older version. */
    private <N extends Named> Optional<N> before(Named now, List<N> older) {
        int version = newer.version() - 1;
        Stream<String> names = Stream.concat(Stream.of(now.jsonNameIn(version)), now.aliases().stream());
        return names.flatMap(name -> older.stream().filter(old -> old.jsonName().equals(name)))
                .findFirst();
    }

    /** The counterpart of a named thing in the newer version. */
    private <N extends Named> Optional<N> after(Named old, List<N> newer) {
        return newer.stream()
                .filter(now -> now.jsonNameIn(this.newer.version() - 1).equals(old.jsonName()))
                .findFirst()
                .or(() -> newer.stream()
                        .filter(now -> now.aliases().contains(old.jsonName()))
                        .findFirst());
    }

    private boolean carries(Pair pair) {
        if (pair.from() instanceof Shape.Nested) {
            Records records = records(pair);
            return records.asked().isEmpty() && isMade(records);
        }
        if (pair.from() instanceof Shape.Enumeration from && pair.to() instanceof Shape.Enumeration to) {
            return from.constants().stream()
                    .allMatch(constant -> after(constant, to.constants()).isPresent());
        }
        if (pair.from() instanceof Shape.Choice from && pair.to() instanceof Shape.Choice to) {
            return from.subtypes().stream()
                            .allMatch(subtype -> conversion(subtype, to).isPresent())
                    && (from.other().isEmpty() || other(from, to).isPresent());
        }
        if (pair.from() instanceof Shape.OneOf from && pair.to() instanceof Shape.OneOf to) {
            return from.alternatives().stream()
                    .allMatch(alternative -> conversion(alternative, to).isPresent());
        }
        throw new AssertionError(pair);
    }

    /** A constant of the newer enum. */
    EnumConstant constant(EnumConstant old, Shape.Enumeration to) {
        return after(old, to.constants()).orElseThrow();
    }

    /** The conversion of a record of an older sealed interface into one of the newer. */
    Optional<Conversion> conversion(Subtype old, Shape.Choice to) {
        return after(old, to.subtypes()).flatMap(now -> conversions.find(old.record(), now.record()));
    }

    /** The conversion of an object of a kind that neither version knows. */
    Optional<Conversion> other(Shape.Choice from, Shape.Choice to) {
        return from.other().flatMap(old -> to.other().flatMap(now -> conversions.find(old, now)));
    }

    /** The conversion of the value in a record of an older interface into a value of the newer one. */
    Optional<Conversion> conversion(Alternative old, Shape.OneOf to) {
        return conversions.find(old.component().shape(), to);
    }

    /** Whether a pair carries over as far as is known; it is one from now on. */
    private boolean carries(Shape from, Shape to) {
        return pairs.computeIfAbsent(new Pair(from, to), added -> true);
    }
}
