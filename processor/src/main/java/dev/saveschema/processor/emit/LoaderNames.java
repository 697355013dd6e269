package dev.saveschema.processor.emit;

import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;

/** The names of the methods and constants in {@code Loader} that belong to a record or a component. */
final class LoaderNames {

    private final SchemaModel schema;
    private final Identifiers methods = new Identifiers();
    private final Identifiers constants;

    /** @param constants the names of constants in the whole generated class */
    LoaderNames(SchemaModel schema, Identifiers constants) {
        this.schema = schema;
        this.constants = constants;
        // generated code for newer versions calls these methods, so their names may not depend on the rest of the
        // schema
        schema.records()
                .forEach(record ->
                        methods.keep("reader " + record.shape(), partReader(ShapeTypeName.spoken(record.shape()))));
        schema.choices()
                .forEach(choice -> methods.keep("reader " + choice.type(), partReader(ShapeTypeName.spoken(choice))));
    }

    /** {@code readLevel}, in a class of an older version too, where no two parts have the same name. */
    static String partReader(String part) {
        return "read" + part;
    }

    /** {@code readProgress}, {@code readPairOfIntegerAndText}. */
    String reader(Shape.Nested record) {
        return methods.of("reader " + record, () -> "read" + ShapeTypeName.spoken(record));
    }

    /** {@code defaultLevel}, in a class of an older version too. */
    static String partDefaults(String part) {
        return "default" + part;
    }

    /** {@code defaultProgress}. */
    String defaults(Shape.Nested record) {
        return methods.of("defaults " + record, () -> partDefaults(ShapeTypeName.spoken(record)));
    }

    /** {@code readSummary}. */
    String summaryReader() {
        return methods.of("summary", () -> "readSummary");
    }

    /** {@code SUMMARY_MEMBERS}. */
    String summaryMembers() {
        return constants.of("summary", () -> "SUMMARY_MEMBERS");
    }

    /** A new method to read a part: {@code readCompletedTasks}. */
    String part(String hint) {
        return methods.fresh("read" + hint);
    }

    /** {@code PROGRESS_MEMBERS}. The suffix keeps it apart from a class that is called in capitals. */
    String members(Shape.Nested record) {
        return constants.of("members " + record, () -> Identifiers.constant(ShapeTypeName.spoken(record)) + "_MEMBERS");
    }

    /** {@code readFigure}. */
    String reader(Shape.Choice choice) {
        return methods.of("reader " + choice.type(), () -> "read" + ShapeTypeName.spoken(choice));
    }

    /** Whether some code calls the method that reads the sealed interface, so that the method is emitted already. */
    boolean hasReader(Shape.Choice choice) {
        return methods.has("reader " + choice.type());
    }

    /** {@code FIGURE_SUBTYPES}. */
    String subtypes(Shape.Choice choice) {
        return constants.of(
                "subtypes " + choice.type(), () -> Identifiers.constant(ShapeTypeName.spoken(choice)) + "_SUBTYPES");
    }

    /** {@code readSource}. */
    String reader(Shape.OneOf oneOf) {
        return methods.of("reader " + oneOf.type(), () -> "read" + ShapeTypeName.spoken(oneOf));
    }

    /** Whether some code calls the method that reads the sealed interface, so that the method is emitted already. */
    boolean hasReader(Shape.OneOf oneOf) {
        return methods.has("reader " + oneOf.type());
    }

    /** {@code SOURCE_ALTERNATIVES}. */
    String alternatives(Shape.OneOf oneOf) {
        return constants.of(
                "alternatives " + oneOf.type(),
                () -> Identifiers.constant(ShapeTypeName.spoken(oneOf)) + "_ALTERNATIVES");
    }

    /** The beginning of the names for parts of an alternative: {@code SourceLines}. */
    String hint(Shape.OneOf oneOf, Alternative alternative) {
        return ShapeTypeName.spoken(oneOf)
                + Identifiers.capitalized(alternative.type().simpleName());
    }

    /** A new constant for the limit of a component: {@code CURRENT_STEP_ID_LIMIT}. */
    String limit(String hint) {
        return constants.fresh(Identifiers.constant(hint) + "_LIMIT");
    }

    /** The beginning of the names for parts of a component: {@code CompletedTasks}, or {@code SettingsKeys} in a nested record. */
    String hint(RecordModel record, Component component) {
        String name = Identifiers.capitalized(component.name());
        return record == schema.root() ? name : ShapeTypeName.spoken(record.shape()) + name;
    }
}
