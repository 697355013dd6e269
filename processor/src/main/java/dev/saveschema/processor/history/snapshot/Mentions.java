package dev.saveschema.processor.history.snapshot;

import java.util.Set;
import java.util.TreeSet;

/** Lists the definitions that a type or a definition mentions. Definitions within those are not among them. */
public final class Mentions {

    private Mentions() {}

    /** The definitions that the members of a part have as their types, or the parts of a choice with a tag. */
    public static Set<String> in(Definition definition) {
        if (definition instanceof Definition.Part part) {
            Set<String> all = new TreeSet<>();
            part.members().forEach(member -> all.addAll(in(member.type())));
            return all;
        }
        if (definition instanceof Definition.Choice choice) {
            return new TreeSet<>(choice.parts());
        }
        if (definition instanceof Definition.Constants) {
            return Set.of();
        }
        throw new AssertionError(definition);
    }

    public static Set<String> in(ValueType type) {
        if (type instanceof ValueType.Defined defined) {
            return Set.of(defined.definition());
        }
        if (type instanceof ValueType.Nullable nullable) {
            return in(nullable.of());
        }
        if (type instanceof ValueType.ListOf list) {
            return in(list.element());
        }
        if (type instanceof ValueType.MapOf map) {
            Set<String> both = new TreeSet<>(in(map.key()));
            both.addAll(in(map.value()));
            return both;
        }
        if (type instanceof ValueType.OneOf oneOf) {
            Set<String> all = new TreeSet<>();
            oneOf.types().forEach(each -> all.addAll(in(each)));
            return all;
        }
        if (type instanceof ValueType.Flag
                || type instanceof ValueType.Whole
                || type instanceof ValueType.Decimal
                || type instanceof ValueType.Text
                || type instanceof ValueType.Anything) {
            return Set.of();
        }
        throw new AssertionError(type);
    }
}
