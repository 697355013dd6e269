package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Spelling;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.problem.Code;
import java.util.List;
import java.util.stream.Stream;

/**
 * Members that each need a name of their own in the file: the components of a record, the constants of an enum, or the records of a
 * sealed interface.
 *
 * @param kind {@code component}, {@code constant} or {@code record}
 * @param of the end of a message: {@code " of Difficulty"}, empty for components
 * @param removals names of members that are gone
 */
record NameScope(String kind, String of, List<? extends Named> members, List<Removal> removals) {

    static List<NameScope> in(SchemaModel schema) {
        return Stream.of(
                        schema.records().stream()
                                .map(record -> new NameScope("component", "", record.components(), record.removals())),
                        schema.enumerations().stream().map(NameScope::of),
                        schema.choices().stream().map(NameScope::of))
                .flatMap(groups -> groups)
                .toList();
    }

    private static NameScope of(Shape.Enumeration shape) {
        return new NameScope("constant", " of " + shape.type().simpleName(), shape.constants(), shape.removals());
    }

    private static NameScope of(Shape.Choice shape) {
        return new NameScope("record", " of " + shape.type().simpleName(), shape.subtypes(), shape.removals());
    }

    /**
     * The name to offer for a member: as in Java, {@code displayName}; for a record of a sealed interface in kebab case, {@code
     * side-quest}.
     */
    String ownName(Named member) {
        return member instanceof Subtype ? Spelling.KEBAB_CASE.of(member.name()) : member.name();
    }

    /** The annotation that gives a member the name; before a constant, with the constant: {@code @Name("hard") HARD}. */
    String naming(Named member, String name) {
        return kind.equals("constant") ? naming(name) + " " + member.name() : naming(name);
    }

    /** The annotation that gives a member the name: {@code @Name("hard")}, or {@code @Subtype("hard")} for a record. */
    String naming(String name) {
        return (kind.equals("record") ? "@Subtype(" : "@Name(") + Code.quoted(name) + ")";
    }

    /** {@code component displayName}, {@code constant HARD}. */
    String subject(Named member) {
        return kind + " " + member.name();
    }
}
