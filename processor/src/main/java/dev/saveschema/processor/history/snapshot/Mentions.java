package dev.saveschema.processor.history.snapshot;

import java.util.Set;
import java.util.TreeSet;

/** Lists the definitions that a type mentions. Definitions within those are not among them. */
public final class Mentions {

    private Mentions() {}

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
        return Set.of();
    }
}
