package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Emits {@code ProgressSchema.Summary}, the record that a list of slots shows of a save. */
final class SummaryEmitter {

    private static final String NAME = "Summary";

    private final RecordModel record;
    private final TypeName type;
    private final ClassName name;

    private SummaryEmitter(SchemaModel schema) {
        this.record = schema.root();
        this.type = ShapeTypeName.of(record.type());
        this.name = ClassName.get(
                record.type().packageName(),
                record.type().schemaName(),
                types(schema).anyMatch(other -> other.simpleName().equals(NAME))
                        ? record.type().simpleName() + NAME
                        : NAME);
    }

    /** Empty if no component of the schema is annotated with {@code @Summary}. */
    static Optional<SummaryEmitter> of(SchemaModel schema) {
        return schema.root().summary().isEmpty() ? Optional.empty() : Optional.of(new SummaryEmitter(schema));
    }

    // A part that is called Summary, too, could not be named within the generated class, whose own Summary would hide
    // it.
    private static Stream<ClassRef> types(SchemaModel schema) {
        return Stream.of(
                        schema.records().stream().map(RecordModel::type),
                        schema.choices().stream().map(Shape.Choice::type),
                        schema.enumerations().stream().map(Shape.Enumeration::type))
                .flatMap(types -> types);
    }

    ClassName name() {
        return name;
    }

    /** The generated class's {@code Schema.summary}. */
    MethodSpec answer(LoaderNames loader) {
        TypeName any =
                ParameterizedTypeName.get(RuntimeNames.SUMMARY_SCHEMA, type, WildcardTypeName.subtypeOf(Object.class));
        return MethodSpec.methodBuilder("summary")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(Optional.class), any))
                .addStatement(
                        "return $T.of(new $T<$T, $T>(Loader.$N, Loader::$N, $T::of))",
                        Optional.class,
                        RuntimeNames.SUMMARY_SCHEMA,
                        type,
                        name,
                        loader.summaryMembers(),
                        loader.summaryReader(),
                        name)
                .build();
    }

    TypeSpec type() {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        for (Component component : record.summary()) {
            components.addParameter(ParameterSpec.builder(ShapeTypeName.of(component.shape()), component.name())
                    .build());
        }
        CodeBlock values = record.summary().stream()
                .map(component -> CodeBlock.of("value.$N()", component.name()))
                .collect(CodeBlock.joining(", "));
        List<Modifier> modifiers = record.isPublic() ? List.of(Modifier.PUBLIC) : List.of();
        return TypeSpec.recordBuilder(name.simpleName())
                .addJavadoc("What a list of slots shows of a {@link $T}.\n", type)
                .addModifiers(modifiers.toArray(Modifier[]::new))
                .recordConstructor(components.build())
                .addMethod(MethodSpec.methodBuilder("of")
                        .addJavadoc("The summary of a value.\n")
                        .addModifiers(modifiers)
                        .addModifiers(Modifier.STATIC)
                        .returns(name)
                        .addParameter(type, "value")
                        .addStatement("return new $T($L)", name, values)
                        .build())
                .build();
    }
}
