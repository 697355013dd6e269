package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** Emits code that reads a value: a call of {@code SaveReader}, or for a value with parts a method and a call of that. */
final class ReadParts {

    private static final CodeBlock NULL = CodeBlock.of("null");
    private static final CodeBlock NOTHING = CodeBlock.of("");

    private final LoaderNames names;
    private final SharedConstants constants;
    private final List<MethodSpec.Builder> methods = new ArrayList<>();
    private final BiFunction<Shape.OneOf, Alternative, PartLimits> limitsOf;
    private final List<FieldSpec> subtypes = new ArrayList<>();

    /** @param limitsOf the limits of a record that stands in the file as its value */
    ReadParts(LoaderNames names, SharedConstants constants, BiFunction<Shape.OneOf, Alternative, PartLimits> limitsOf) {
        this.names = names;
        this.constants = constants;
        this.limitsOf = limitsOf;
    }

    /** The methods that were emitted since the last call. */
    List<MethodSpec> takeMethods() {
        List<MethodSpec> taken = methods.stream().map(MethodSpec.Builder::build).toList();
        methods.clear();
        return taken;
    }

    /** The constants of the sealed interfaces that were emitted so far: {@code FIGURE_SUBTYPES}. */
    List<FieldSpec> subtypes() {
        return List.copyOf(subtypes);
    }

    /**
     * An expression that reads a value.
     *
     * @param fallback the value to answer where the file's value is unusable
     * @param limits the limits of the value, or of the value in an optional
     * @param hint the beginning of the names of methods for the value
     * @param in the variable that holds the reader
     */
    CodeBlock read(Shape shape, CodeBlock fallback, PartLimits limits, String hint, String in) {
        return shape.accept(new Call(fallback, limits, hint, in));
    }

    /** An expression that reads a value without limits, and answers null where it is unusable. */
    CodeBlock readOrNull(Shape shape, String hint, String in) {
        return read(shape, NULL, PartLimits.none(shape), hint, in);
    }

    private CodeBlock element(Shape element, CodeBlock fallback, PartLimits limits, String hint) {
        return read(element, fallback, limits.ofElement(element), hint, "in");
    }

    private final class Call implements Shape.Visitor<CodeBlock> {

        private final CodeBlock fallback;
        private final PartLimits limits;
        private final String hint;
        private final String in;

        private Call(CodeBlock fallback, PartLimits limits, String hint, String in) {
            this.fallback = fallback;
            this.limits = limits;
            this.hint = hint;
            this.in = in;
        }

        @Override
        public CodeBlock flag(Shape.Flag shape) {
            return CodeBlock.of("$N.readBoolean($L)", in, fallback);
        }

        @Override
        public CodeBlock whole(Shape.Whole shape) {
            return limited(
                    switch (shape.width()) {
                        case BYTE -> "readByte";
                        case SHORT -> "readShort";
                        case INT -> "readInt";
                        case LONG -> "readLong";
                        case BIG -> "readBigInteger";
                    });
        }

        @Override
        public CodeBlock decimal(Shape.Decimal shape) {
            return limited(
                    switch (shape.precision()) {
                        case FLOAT -> "readFloat";
                        case DOUBLE -> "readDouble";
                        case BIG -> "readBigDecimal";
                    });
        }

        @Override
        public CodeBlock letter(Shape.Letter shape) {
            return CodeBlock.of("$N.readChar($L)", in, fallback);
        }

        @Override
        public CodeBlock text(Shape.Text shape) {
            return limited("readString");
        }

        @Override
        public CodeBlock enumeration(Shape.Enumeration shape) {
            return CodeBlock.of("$N.readConstant($L, $N)", in, fallback, constants.of(shape));
        }

        @Override
        public CodeBlock scalar(Shape.Scalar shape) {
            return CodeBlock.of("$N.readScalar($L, $L)", in, fallback, RuntimeNames.scalar(shape.kind()));
        }

        @Override
        public CodeBlock nested(Shape.Nested shape) {
            return CodeBlock.of("$N($N, $L)", names.reader(shape), in, fallback);
        }

        @Override
        public CodeBlock anything(Shape.Anything shape) {
            return CodeBlock.of("$N.readTree($L)", in, fallback);
        }

        @Override
        public CodeBlock custom(Shape.Custom shape) {
            return CodeBlock.of("$N.readCustom($L, $N)", in, fallback, constants.of(shape));
        }

        @Override
        public CodeBlock choice(Shape.Choice shape) {
            if (!names.hasReader(shape)) {
                subtypes.add(subtypesOf(shape));
                method(shape, names.reader(shape), () -> ofSubtype(shape));
            }
            return CodeBlock.of("$N($N, $L)", names.reader(shape), in, fallback);
        }

        private CodeBlock ofSubtype(Shape.Choice shape) {
            CodeBlock.Builder body = CodeBlock.builder()
                    .beginControlFlow(
                            "$T value = switch (in.readSubtype($N))", ShapeTypeName.of(shape), names.subtypes(shape));
            for (int number = 0; number < shape.subtypes().size(); number++) {
                Shape.Nested record = shape.subtypes().get(number).record();
                body.addStatement("case $L -> $N(in, null)", number, names.reader(record));
            }
            shape.other()
                    .ifPresent(other -> body.addStatement(
                            "case $L -> $N(in, null)", shape.subtypes().size(), names.reader(other)));
            return body.addStatement("default -> null")
                    .unindent()
                    .add("};\n")
                    .addStatement("return value == null ? fallback : value")
                    .build();
        }

        @Override
        public CodeBlock oneOf(Shape.OneOf shape) {
            if (!names.hasReader(shape)) {
                subtypes.add(alternativesOf(shape));
                method(shape, names.reader(shape), () -> ofAlternative(shape));
            }
            return CodeBlock.of("$N($N, $L)", names.reader(shape), in, fallback);
        }

        private CodeBlock ofAlternative(Shape.OneOf shape) {
            CodeBlock.Builder body =
                    CodeBlock.builder().beginControlFlow("switch (in.readAlternative($N))", names.alternatives(shape));
            for (int number = 0; number < shape.alternatives().size(); number++) {
                Alternative alternative = shape.alternatives().get(number);
                Shape held = alternative.component().shape();
                body.beginControlFlow("case $L ->", number)
                        .addStatement(
                                "$T value = $L",
                                ShapeTypeName.boxed(held),
                                read(
                                        held,
                                        NULL,
                                        limitsOf.apply(shape, alternative),
                                        names.hint(shape, alternative),
                                        "in"))
                        .add(made(alternative))
                        .endControlFlow();
            }
            return body.beginControlFlow("default ->")
                    .addStatement("return fallback")
                    .endControlFlow()
                    .endControlFlow()
                    .build();
        }

        private CodeBlock made(Alternative alternative) {
            CodeBlock made = CodeBlock.builder()
                    .addStatement(
                            "return value == null ? fallback : new $T(value)", ShapeTypeName.of(alternative.type()))
                    .build();
            return alternative.hasOwnConstructor()
                    ? CodeBlock.builder()
                            .beginControlFlow("try")
                            .add(made)
                            .nextControlFlow("catch ($T | $T refusal)", RuntimeException.class, Error.class)
                            .addStatement("return in.rejected(refusal, fallback)")
                            .endControlFlow()
                            .build()
                    : made;
        }

        @Override
        public CodeBlock optionalOf(Shape.OptionalOf shape) {
            TypeName value = ShapeTypeName.boxed(shape.of());
            ClassName optional = ShapeTypeName.optional(shape);
            CodeBlock empty = shape.of() instanceof Shape.Anything
                    ? NOTHING // a JsonNode may be null itself
                    : CodeBlock.builder()
                            .beginControlFlow("if (in.skipNull())")
                            .addStatement("return $T.empty()", optional)
                            .endControlFlow()
                            .build();
            return method(
                    shape,
                    () -> CodeBlock.builder()
                            .add(empty)
                            .addStatement("$T value = $L", value, read(shape.of(), NULL, limits, hint + "Value", "in"))
                            .addStatement("return value == null ? fallback : $T.of(value)", optional)
                            .build());
        }

        @Override
        public CodeBlock sequence(Shape.Sequence shape) {
            TypeName element = ShapeTypeName.boxed(shape.element());
            return method(
                    shape,
                    () -> CodeBlock.builder()
                            .beginControlFlow("if (!in.beginArray())")
                            .addStatement("return fallback")
                            .endControlFlow()
                            .addStatement(
                                    "$T elements = $L",
                                    CollectionCode.collected(shape),
                                    CollectionCode.collector(shape))
                            .add(complete())
                            .add(places(shape))
                            .beginControlFlow("while (in.nextElement())")
                            .addStatement(
                                    "$T element = $L",
                                    element,
                                    element(shape.element(), unusable(shape), limits, hint + "Element"))
                            .add(added(shape))
                            .endControlFlow()
                            .add(reset())
                            .addStatement("return $L", CollectionCode.finished(shape, limits.own()))
                            .build());
        }

        /**
         * The stand-in for an unusable element. In a list of optionals it is an empty optional, so that the other elements keep
         * their places.
         */
        private CodeBlock unusable(Shape.Sequence shape) {
            return keepsPlaces(shape)
                    ? CodeBlock.of("$T.empty()", ShapeTypeName.optional((Shape.OptionalOf) shape.element()))
                    : NULL;
        }

        private CodeBlock places(Shape.Sequence shape) {
            return keepsPlaces(shape)
                    ? CodeBlock.builder().addStatement("in.keepPlaces()").build()
                    : NOTHING;
        }

        private boolean keepsPlaces(Shape.Sequence shape) {
            return shape.element() instanceof Shape.OptionalOf && !limits.reset();
        }

        private CodeBlock added(Shape.Sequence shape) {
            if (keepsPlaces(shape)) {
                return CodeBlock.builder().addStatement("elements.add(element)").build();
            }
            if (shape.kind().isSet() && limits.reset()) {
                return CodeBlock.builder()
                        .beginControlFlow("if (element == null || !in.add(elements, element))")
                        .addStatement("complete = false")
                        .endControlFlow()
                        .build();
            }
            return CodeBlock.builder()
                    .beginControlFlow("if (element != null)")
                    .addStatement(shape.kind().isSet() ? "in.add(elements, element)" : "elements.add(element)")
                    .add(leftOut())
                    .endControlFlow()
                    .build();
        }

        @Override
        public CodeBlock mapping(Shape.Mapping shape) {
            return method(
                    shape,
                    () -> CodeBlock.builder()
                            .beginControlFlow("if (!in.beginMap())")
                            .addStatement("return fallback")
                            .endControlFlow()
                            .addStatement("$T entries = new $T<>()", ShapeTypeName.of(shape), LinkedHashMap.class)
                            .add(complete())
                            .beginControlFlow("while (in.nextEntry())")
                            .addStatement("$T key = $L", ShapeTypeName.boxed(shape.key()), key(shape.key()))
                            .addStatement(
                                    "$T value = $L",
                                    ShapeTypeName.boxed(shape.value()),
                                    element(shape.value(), NULL, limits, hint + "Value"))
                            .beginControlFlow(
                                    shape.key() instanceof Shape.Text
                                                    && limits.key().isEmpty()
                                            ? "if (value != null)"
                                            : "if (key != null && value != null)")
                            .addStatement("in.put(entries, key, value)")
                            .add(leftOut())
                            .endControlFlow()
                            .endControlFlow()
                            .add(reset())
                            .addStatement("return in.map(entries, $L, fallback)", limits.own())
                            .build());
        }

        private CodeBlock complete() {
            return limits.reset()
                    ? CodeBlock.builder()
                            .addStatement("boolean complete = true")
                            .build()
                    : NOTHING;
        }

        private CodeBlock leftOut() {
            return limits.reset()
                    ? CodeBlock.builder()
                            .nextControlFlow("else")
                            .addStatement("complete = false")
                            .build()
                    : NOTHING;
        }

        private CodeBlock reset() {
            return limits.reset()
                    ? CodeBlock.builder()
                            .beginControlFlow("if (!complete)")
                            .addStatement("return in.reset(fallback)")
                            .endControlFlow()
                            .build()
                    : NOTHING;
        }

        private CodeBlock key(Shape key) {
            if (key instanceof Shape.Enumeration enumeration) {
                return CodeBlock.of("in.readKey($N)", constants.of(enumeration));
            }
            if (key instanceof Shape.Scalar) {
                return CodeBlock.of("in.readUuidKey()");
            }
            CodeBlock limit = limits.key().orElse(NOTHING);
            if (key instanceof Shape.Text) {
                return CodeBlock.of("in.readKey($L)", limit);
            }
            boolean isInt = key instanceof Shape.Whole whole && whole.width() == Shape.Whole.Width.INT;
            return CodeBlock.of(isInt ? "in.readIntKey($L)" : "in.readLongKey($L)", limit);
        }

        private CodeBlock limited(String method) {
            return CodeBlock.of("$N.$L($L, $L)", in, method, fallback, limits.own());
        }

        /**
         * Emits a method with that body.
         *
         * @return a call of the method
         */
        private CodeBlock method(Shape shape, Supplier<CodeBlock> body) {
            String name = names.part(hint);
            method(shape, name, body);
            return CodeBlock.of("$N($N, $L)", name, in, fallback);
        }

        private void method(Shape shape, String name, Supplier<CodeBlock> body) {
            MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                    .addModifiers(WriteParts.visibility(shape))
                    .returns(ShapeTypeName.of(shape))
                    .addParameter(RuntimeNames.SAVE_READER, "in")
                    .addParameter(ShapeTypeName.of(shape), "fallback");
            // listed before its body is made: a method stands above those that it calls
            methods.add(method);
            method.addCode(body.get());
        }
    }

    // private static final Alternatives SOURCE_ALTERNATIVES = Alternatives.of(Alternatives.Type.TEXT, …);
    private FieldSpec alternativesOf(Shape.OneOf shape) {
        CodeBlock types = shape.alternatives().stream()
                .map(alternative ->
                        CodeBlock.of("$T.$L", RuntimeNames.ALTERNATIVES.nestedClass("Type"), alternative.json()))
                .collect(CodeBlock.joining(", "));
        return FieldSpec.builder(
                        RuntimeNames.ALTERNATIVES,
                        names.alternatives(shape),
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer("$T.of($L)", RuntimeNames.ALTERNATIVES, types)
                .build();
    }

    // private static final Subtypes FIGURE_SUBTYPES = Subtypes.of("type", Subtypes.subtype("circle"), …);
    private FieldSpec subtypesOf(Shape.Choice shape) {
        CodeBlock.Builder value =
                CodeBlock.builder().add("$T.of($L", RuntimeNames.SUBTYPES, JavaText.quoted(shape.discriminator()));
        for (Subtype subtype : shape.subtypes()) {
            value.add(", $T.subtype($L", RuntimeNames.SUBTYPES, JavaText.quoted(subtype.jsonName()));
            subtype.aliases().forEach(alias -> value.add(", $L", JavaText.quoted(alias)));
            value.add(")");
        }
        return FieldSpec.builder(
                        RuntimeNames.SUBTYPES, names.subtypes(shape), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        value.add(shape.other().isPresent() ? ").open()" : ")").build())
                .build();
    }
}
