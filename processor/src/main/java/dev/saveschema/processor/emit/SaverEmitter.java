package dev.saveschema.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.lang.model.element.Modifier;

/** Emits {@code Saver}: a method for each record that writes its members in their order. */
final class SaverEmitter {

    private final SchemaModel schema;
    private final LoaderNames loaderNames;
    private final Defaults defaults;
    private final BiFunction<RecordModel, Component, PartLimits> limits;
    private final Identifiers constants;
    private final Identifiers methodNames = new Identifiers();
    private final WriteParts parts;
    private final Map<String, FieldSpec> memberNames = new LinkedHashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    /**
     * @param limits the limits of a component, as expressions within {@code Loader}
     * @param limitsOfAlternatives the limits of an alternative, a record that stands in the file as its one value
     */
    SaverEmitter(
            SchemaModel schema,
            LoaderNames loaderNames,
            Defaults defaults,
            BiFunction<RecordModel, Component, PartLimits> limits,
            BiFunction<Shape.OneOf, Alternative, PartLimits> limitsOfAlternatives,
            SharedConstants shared) {
        this.schema = schema;
        this.loaderNames = loaderNames;
        this.defaults = defaults;
        this.limits = limits;
        // every shared constant was met when the reading code was emitted, so that its name is taken by now
        this.constants = shared.scope();
        // generated code for newer versions calls these methods, so their names may not depend on the rest of the
        // schema
        schema.records()
                .forEach(record ->
                        methodNames.keep("writer " + record.shape(), partWriter(ShapeTypeName.spoken(record.shape()))));
        schema.choices()
                .forEach(choice -> methodNames.keep(
                        WriteParts.owner(choice, "", ShapeTypeName.spoken(choice)),
                        partWriter(ShapeTypeName.spoken(choice))));
        this.parts =
                new WriteParts(this::writer, this::memberName, loaderNames, limitsOfAlternatives, methodNames, shared);
    }

    /** The emitter of code that writes parts. Conversions and defaults in migrations use the same. */
    WriteParts parts() {
        return parts;
    }

    void writeRecords() {
        for (RecordModel record : schema.records()) {
            methods.add(writer(record));
            methods.addAll(parts.takeMethods());
        }
    }

    TypeSpec emit() {
        methods.addAll(parts.takeMethods());
        return TypeSpec.classBuilder("Saver")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Writes version $L.\n", schema.version())
                .addFields(memberNames.values())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(methods)
                .build();
    }

    /** {@code writeLevel}, in a class of an older version too, where no two parts have the same name. */
    static String partWriter(String part) {
        return "write" + part;
    }

    /** {@code writeProgress}. */
    String writer(Shape.Nested record) {
        return methodNames.of("writer " + record, () -> "write" + ShapeTypeName.spoken(record));
    }

    private MethodSpec writer(RecordModel record) {
        CodeBlock.Builder body = CodeBlock.builder().addStatement("out.beginObject()");
        for (Component component : record.inFile()) {
            CodeBlock value = CodeBlock.of("value.$N()", component.name());
            CodeBlock written = parts.writeMember(
                    memberName(component.jsonName()),
                    component.shape(),
                    value,
                    limits.apply(record, component),
                    loaderNames.hint(record, component));
            body.add(component.isLeftOut() ? unlessDefault(component, record, value, written) : written);
        }
        record.unknown()
                .ifPresent(unknown -> body.addStatement(
                        "out.writeUnknown(value.$N(), Loader.$N)",
                        unknown.name(),
                        loaderNames.members(record.shape())));
        return MethodSpec.methodBuilder(writer(record.shape()))
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeNames.SAVE_WRITER, "out")
                .addParameter(ShapeTypeName.of(record.shape()), "value")
                .addCode(body.addStatement("out.endObject()").build())
                .build();
    }

    /**
     * Writes the component only if its value differs from the default. A null differs too: the writer refuses it with all other
     * values that cannot be saved.
     */
    private CodeBlock unlessDefault(Component component, RecordModel record, CodeBlock value, CodeBlock written) {
        return CodeBlock.builder()
                .beginControlFlow("if ($L)", differs(component, record, value))
                .add(written)
                .endControlFlow()
                .build();
    }

    private CodeBlock differs(Component component, RecordModel record, CodeBlock value) {
        Shape shape = component.shape();
        TypeName type = ShapeTypeName.of(shape);
        CodeBlock preset = defaults.code(component, record, "Loader.");
        if (shape instanceof Shape.Decimal && type.isPrimitive()) {
            return CodeBlock.of("$T.compare($L, $L) != 0", type.box(), value, preset);
        }
        if (type.isPrimitive() || shape instanceof Shape.Enumeration) {
            return CodeBlock.of("$L != $L", value, preset);
        }
        if (shape instanceof Shape.Sequence sequence && sequence.kind() == Shape.Sequence.Kind.ARRAY) {
            boolean isDeep = ShapeTypeName.of(sequence.element()) instanceof ArrayTypeName;
            return CodeBlock.of("!$T.$L($L, $L)", Arrays.class, isDeep ? "deepEquals" : "equals", preset, value);
        }
        return type.isBoxedPrimitive()
                ? CodeBlock.of("!$T.valueOf($L).equals($L)", type, preset, value)
                : CodeBlock.of("!$L.equals($L)", preset, value);
    }

    private String memberName(String jsonName) {
        String name = constants.of("member " + jsonName, () -> Identifiers.constant(jsonName));
        memberNames.computeIfAbsent(
                name,
                key -> FieldSpec.builder(
                                RuntimeNames.MEMBER_NAME, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("$T.of($L)", RuntimeNames.MEMBER_NAME, JavaText.quoted(jsonName))
                        .build());
        return name;
    }
}
