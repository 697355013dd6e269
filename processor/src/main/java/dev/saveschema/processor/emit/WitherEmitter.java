package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/**
 * Emits the builders that change some components of a record, {@code ProgressSchema.with(progress).step(7).done()}: for each record
 * of the schema a method {@code with}, and a class with a method for each component.
 *
 * <p>A method for a component takes one argument, and {@code done} takes none; so a component called {@code done} does no harm. A
 * record with type parameters that stands in a schema with several lists of arguments gets no builder: its methods {@code with}
 * would be the same to a compiler.
 */
final class WitherEmitter {

    private final SchemaModel schema;
    private final Function<RecordModel, ClassName> around;
    private final boolean isOlder;
    private final Identifiers classNames = new Identifiers();

    /** For the schema's own class. */
    WitherEmitter(SchemaModel schema) {
        this(
                schema,
                record -> ClassName.get(
                        schema.root().type().packageName(), schema.root().type().schemaName()),
                false);
    }

    /** For the records of an older version, which each have the class that changes them. */
    static WitherEmitter ofOlder(SchemaModel older) {
        return new WitherEmitter(older, record -> ShapeTypeName.of(record.type()), true);
    }

    private WitherEmitter(SchemaModel schema, Function<RecordModel, ClassName> around, boolean isOlder) {
        this.schema = schema;
        this.around = around;
        this.isOlder = isOlder;
        List.of("Loader", "Saver", "Migrator").forEach(classNames::fresh);
        schema.records()
                .forEach(record -> classNames.fresh(simpleName(record.type().simpleNames())));
        schema.choices()
                .forEach(choice -> classNames.fresh(simpleName(choice.type().simpleNames())));
        schema.oneOfs().forEach(oneOf -> {
            classNames.fresh(simpleName(oneOf.type().simpleNames()));
            oneOf.alternatives()
                    .forEach(alternative ->
                            classNames.fresh(simpleName(alternative.type().simpleNames())));
        });
        schema.enumerations()
                .forEach(constants ->
                        classNames.fresh(simpleName(constants.type().simpleNames())));
    }

    private static String simpleName(List<String> names) {
        return names.get(names.size() - 1);
    }

    /** The methods {@code with}, the annotated record's first. */
    List<MethodSpec> methods() {
        return changeable().map(this::with).toList();
    }

    List<TypeSpec> types() {
        return changeable().map(this::type).toList();
    }

    private Stream<RecordModel> changeable() {
        return schema.records().stream().filter(this::canChange);
    }

    /** Whether a record has what changes single components. */
    boolean canChange(RecordModel record) {
        return !components(record).isEmpty()
                && schema.records().stream()
                        .noneMatch(other -> other != record && other.type().equals(record.type()));
    }

    /** The type and the name of a component. */
    private record Part(TypeName type, String name) {}

    private static List<Part> components(RecordModel record) {
        return record.arguments(
                component -> new Part(ShapeTypeName.of(component.shape()), component.name()),
                unknown -> new Part(RuntimeNames.UNKNOWN, unknown.name()));
    }

    /** {@code WithProgress}. */
    ClassName name(RecordModel record) {
        Shape.Nested shape = record.shape();
        return around.apply(record).nestedClass(classNames.of(shape, () -> "With" + ShapeTypeName.spoken(shape)));
    }

    private MethodSpec with(RecordModel record) {
        ClassName with = name(record);
        return MethodSpec.methodBuilder("with")
                .addJavadoc("Begins a change of some components; the value itself stays as it is.\n")
                .addModifiers(modifiers(record))
                .addModifiers(Modifier.STATIC)
                .returns(with)
                .addParameter(ShapeTypeName.of(record.shape()), "value")
                .addStatement("return new $T(value)", with)
                .build();
    }

    private List<Modifier> modifiers(RecordModel record) {
        return record.isPublic() || isOlder ? List.of(Modifier.PUBLIC) : List.of();
    }

    /** The class of one record. */
    TypeSpec type(RecordModel record) {
        ClassName with = name(record);
        TypeName type = ShapeTypeName.of(record.shape());
        TypeSpec.Builder made = TypeSpec.classBuilder(with)
                .addJavadoc("A {@link $T} of which some components change.\n", ShapeTypeName.of(record.type()))
                .addModifiers(modifiers(record).toArray(Modifier[]::new))
                .addModifiers(Modifier.STATIC, Modifier.FINAL);
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(type, "value");
        List<MethodSpec> setters = new ArrayList<>();
        List<CodeBlock> arguments = new ArrayList<>();
        for (Part component : components(record)) {
            made.addField(component.type(), component.name(), Modifier.PRIVATE);
            constructor.addStatement("this.$N = value.$N()", component.name(), component.name());
            setters.add(setter(record, with, component));
            arguments.add(CodeBlock.of("$N", component.name()));
        }
        return made.addMethod(constructor.build())
                .addMethods(setters)
                .addMethod(MethodSpec.methodBuilder("done")
                        .addJavadoc("The changed value.\n")
                        .addModifiers(modifiers(record))
                        .returns(type)
                        .addStatement("return new $T($L)", type, CodeBlock.join(arguments, ", "))
                        .build())
                .build();
    }

    private MethodSpec setter(RecordModel record, ClassName with, Part component) {
        return MethodSpec.methodBuilder(component.name())
                .addModifiers(modifiers(record))
                .returns(with)
                .addParameter(component.type(), component.name())
                .addStatement("this.$N = $N", component.name(), component.name())
                .addStatement("return this")
                .build();
    }
}
