package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Code;
import java.util.List;
import java.util.stream.Stream;

/**
 * Things of which each needs a name of its own in the file: the components of a record, the constants of an enum, the records of a
 * sealed interface.
 *
 * @param kind {@code component}
 * @param of for a message: empty for components, {@code " of Difficulty"}
 */
record Group(String kind, String of, List<? extends Named> members) {

    static List<Group> in(SchemaModel schema) {
        return Stream.of(
                        schema.records().stream().map(record -> new Group("component", "", record.components())),
                        schema.enumerations().stream().map(Group::of),
                        schema.choices().stream().map(Group::of))
                .flatMap(groups -> groups)
                .toList();
    }

    private static Group of(Shape.Enumeration shape) {
        return new Group("constant", " of " + shape.type().simpleName(), shape.constants());
    }

    private static Group of(Shape.Choice shape) {
        return new Group("record", " of " + shape.type().simpleName(), shape.subtypes());
    }

    /** The annotation that gives a member a name, with the constant it stands before. */
    String naming(Named member, String name) {
        return switch (kind) {
            case "record" -> "@Subtype(" + Code.quoted(name) + ")";
            case "constant" -> "@Name(" + Code.quoted(name) + ") " + member.name();
            default -> "@Name(" + Code.quoted(name) + ")";
        };
    }

    /** {@code component displayName}, {@code constant HARD}. */
    String subject(Named member) {
        return kind + " " + member.name();
    }
}
