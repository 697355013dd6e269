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
 * Things of which each needs a name of its own in the file: the components of a record, the constants of an enum, the records of a
 * sealed interface.
 *
 * @param kind {@code component}
 * @param of for a message: empty for components, {@code " of Difficulty"}
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

    /** What a member is called in the file if nobody has a better idea: as in Java, and a record as its missing name is proposed. */
    String ownName(Named member) {
        return member instanceof Subtype ? Spelling.KEBAB_CASE.of(member.name()) : member.name();
    }

    /** The annotation that gives a member a name, with the constant it stands before. */
    String naming(Named member, String name) {
        return kind.equals("constant") ? naming(name) + " " + member.name() : naming(name);
    }

    /** The annotation that gives a member a name. */
    String naming(String name) {
        return (kind.equals("record") ? "@Subtype(" : "@Name(") + Code.quoted(name) + ")";
    }

    /** {@code component displayName}, {@code constant HARD}. */
    String subject(Named member) {
        return kind + " " + member.name();
    }
}
