package dev.saveschema.processor.history.snapshot;

import dev.saveschema.processor.model.JsonPointer;
import java.util.Optional;

/** A member that a JSON Pointer leads to, with the definition that has it. */
public record MemberAt(String definition, Definition.Member member) {

    /**
     * The member that a JSON Pointer leads to. Objects on its way may be absent; a pointer into a list, map or choice leads to
     * nothing.
     */
    public static Optional<MemberAt> of(Snapshot snapshot, String pointer) {
        Definition.Part part = snapshot.root();
        String[] names = pointer.substring(1).split("/", -1);
        for (int at = 0; ; at++) {
            Optional<Definition.Member> member = part.member(JsonPointer.unescaped(names[at]));
            if (member.isEmpty() || at == names.length - 1) {
                String definition = part.name();
                return member.map(found -> new MemberAt(definition, found));
            }
            Optional<Definition.Part> inner = member.flatMap(found -> partIn(snapshot, found.type()));
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            part = inner.get();
        }
    }

    private static Optional<Definition.Part> partIn(Snapshot snapshot, ValueType type) {
        ValueType value = type instanceof ValueType.Nullable nullable ? nullable.of() : type;
        return value instanceof ValueType.Defined defined
                        && snapshot.definition(defined.definition()) instanceof Definition.Part part
                ? Optional.of(part)
                : Optional.empty();
    }
}
