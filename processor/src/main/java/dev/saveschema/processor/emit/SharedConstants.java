package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** The enums and the codecs of a schema, each as one constant that reading and writing share. */
final class SharedConstants {

    private final Identifiers names;
    private final Map<String, FieldSpec> fields = new LinkedHashMap<>();

    SharedConstants(Identifiers names) {
        this.names = names;
    }

    /** The name of the constant that holds an enum's constants: {@code DIFFICULTY_CONSTANTS}. */
    String of(Shape.Enumeration shape) {
        String name = names.of(
                "enum " + shape.type(), () -> Identifiers.constant(shape.type().simpleName()) + "_CONSTANTS");
        fields.computeIfAbsent(name, key -> field(name, shape));
        return name;
    }

    /** The name of the constant that holds a codec. */
    String of(Shape.Custom shape) {
        String name = names.of(
                "codec " + shape, () -> Identifiers.constant(shape.codec().simpleName()));
        fields.computeIfAbsent(
                name,
                key -> FieldSpec.builder(
                                ParameterizedTypeName.get(RuntimeNames.VALUE_CODEC, ShapeTypeName.of(shape)),
                                name,
                                Modifier.PRIVATE,
                                Modifier.STATIC,
                                Modifier.FINAL)
                        .initializer("new $T()", ShapeTypeName.of(shape.codec()))
                        .build());
        return name;
    }

    /** A scope for further constants, in which the names of the shared ones are taken. */
    Identifiers scope() {
        Identifiers scope = new Identifiers();
        fields.keySet().forEach(scope::fresh);
        return scope;
    }

    List<FieldSpec> fields() {
        return List.copyOf(fields.values());
    }

    // private static final Constants<Difficulty> DIFFICULTY_CONSTANTS =
    //         Constants.of(Difficulty.class, Constants.constant(Difficulty.EASY, "EASY"), …);
    private static FieldSpec field(String name, Shape.Enumeration shape) {
        TypeName type = ShapeTypeName.of(shape);
        CodeBlock.Builder value = CodeBlock.builder().add("$T.of($T.class", RuntimeNames.CONSTANTS, type);
        for (EnumConstant constant : shape.constants()) {
            value.add(
                    ", $T.constant($L.$L, $L",
                    RuntimeNames.CONSTANTS,
                    ShapeTypeName.qualifier(shape.type()),
                    constant.name(),
                    JavaText.quoted(constant.jsonName()));
            constant.aliases().forEach(alias -> value.add(", $L", JavaText.quoted(alias)));
            value.add(")");
        }
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.CONSTANTS, type),
                        name,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(value.add(")").build())
                .build();
    }
}
