package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Limitable;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Emits code that writes a value: a call of {@code SaveWriter}, or for a value with parts a method and a call of that. */
final class WriteParts {

    private static final CodeBlock OUT = CodeBlock.of("out");

    private final Function<Shape.Nested, String> recordWriters;
    private final UnaryOperator<String> memberNames;
    private final LoaderNames loaderNames;
    private final BiFunction<Shape.OneOf, Alternative, PartLimits> limitsOf;
    private final Identifiers names;
    private final SharedConstants constants;
    private final List<MethodSpec.Builder> methods = new ArrayList<>();

    /**
     * @param recordWriters the names of the methods that write a record
     * @param memberNames the names of the constants for a member's name
     * @param loaderNames the names of constants in {@code Loader}
     * @param limitsOf the limits of an alternative, a record that stands in the file as its one value
     */
    WriteParts(
            Function<Shape.Nested, String> recordWriters,
            UnaryOperator<String> memberNames,
            LoaderNames loaderNames,
            BiFunction<Shape.OneOf, Alternative, PartLimits> limitsOf,
            Identifiers names,
            SharedConstants constants) {
        this.recordWriters = recordWriters;
        this.memberNames = memberNames;
        this.loaderNames = loaderNames;
        this.limitsOf = limitsOf;
        this.names = names;
        this.constants = constants;
    }

    /** The methods that were emitted since the last call. */
    List<MethodSpec> takeMethods() {
        List<MethodSpec> taken = methods.stream().map(MethodSpec.Builder::build).toList();
        methods.clear();
        return taken;
    }

    /** {@code out.name(GOLD).write(value.gold());}, or two statements for a value that has a method of its own. */
    CodeBlock writeMember(String memberName, Shape shape, CodeBlock value, PartLimits limits, String hint) {
        if (isSimple(shape)) {
            return CodeBlock.builder()
                    .addStatement("out.name($N)$L", memberName, write(shape, CodeBlock.of(""), value, limits, hint))
                    .build();
        }
        return CodeBlock.builder()
                .addStatement("out.name($N)", memberName)
                .addStatement(write(shape, OUT, value, limits, hint))
                .build();
    }

    /**
     * An expression that writes a value.
     *
     * @param out an expression for the writer; empty to continue a chain of calls
     * @param limits the limits that a load will hold the value to
     */
    CodeBlock write(Shape shape, CodeBlock out, CodeBlock value, PartLimits limits, String hint) {
        return shape.accept(new Call(out, value, limits, hint));
    }

    /** A function of a writer and a value, as an expression for a class beside {@code Saver}: {@code Saver::writeLevel}. */
    CodeBlock asFunction(Shape shape, String hint) {
        PartLimits none = PartLimits.none(shape);
        return isSimple(shape)
                ? CodeBlock.of("(out, value) -> $L", write(shape, OUT, CodeBlock.of("value"), none, hint))
                : CodeBlock.of("Saver::$N", methodFor(shape, none, hint));
    }

    /** A call of the method that writes a value with parts, for a class beside {@code Saver}. */
    CodeBlock qualifiedCall(Shape shape, CodeBlock value, PartLimits limits, String hint) {
        return CodeBlock.of("Saver.$L", call(methodFor(shape, limits, hint), value));
    }

    /** Whether one call of {@code SaveWriter} writes a value of that shape. */
    static boolean isSimple(Shape shape) {
        return !(shape instanceof Shape.Nested
                || shape instanceof Shape.Choice
                || shape instanceof Shape.OneOf
                || shape instanceof Shape.OptionalOf
                || shape instanceof Shape.Sequence
                || shape instanceof Shape.Mapping);
    }

    /** Whether a value of that shape is primitive, boxed or not, for the writer. */
    static boolean isNumberOrSuch(Shape shape) {
        return shape instanceof Shape.Flag
                || shape instanceof Shape.Whole
                || shape instanceof Shape.Decimal
                || shape instanceof Shape.Letter;
    }

    private final class Call implements Shape.Visitor<CodeBlock> {

        private final CodeBlock out;
        private final CodeBlock value;
        private final PartLimits limits;
        private final String hint;

        private Call(CodeBlock out, CodeBlock value, PartLimits limits, String hint) {
            this.out = out;
            this.value = value;
            this.limits = limits;
            this.hint = hint;
        }

        @Override
        public CodeBlock flag(Shape.Flag shape) {
            return plain(shape.boxed());
        }

        @Override
        public CodeBlock whole(Shape.Whole shape) {
            return plain(shape.boxed() && shape.width() != Shape.Whole.Width.BIG);
        }

        @Override
        public CodeBlock decimal(Shape.Decimal shape) {
            return plain(shape.boxed() && shape.precision() != Shape.Decimal.Precision.BIG);
        }

        @Override
        public CodeBlock letter(Shape.Letter shape) {
            return plain(shape.boxed());
        }

        @Override
        public CodeBlock text(Shape.Text shape) {
            return plain(false);
        }

        @Override
        public CodeBlock enumeration(Shape.Enumeration shape) {
            return CodeBlock.of("$L.write($N, $L)", out, constants.of(shape), value);
        }

        @Override
        public CodeBlock scalar(Shape.Scalar shape) {
            return CodeBlock.of("$L.write($L, $L)", out, RuntimeNames.scalar(shape.kind()), value);
        }

        @Override
        public CodeBlock anything(Shape.Anything shape) {
            return plain(false);
        }

        @Override
        public CodeBlock custom(Shape.Custom shape) {
            return CodeBlock.of("$L.write($N, $L)", out, constants.of(shape), value);
        }

        @Override
        public CodeBlock nested(Shape.Nested shape) {
            return required(shape);
        }

        @Override
        public CodeBlock choice(Shape.Choice shape) {
            return required(shape);
        }

        @Override
        public CodeBlock oneOf(Shape.OneOf shape) {
            return required(shape);
        }

        @Override
        public CodeBlock optionalOf(Shape.OptionalOf shape) {
            return required(shape);
        }

        @Override
        public CodeBlock sequence(Shape.Sequence shape) {
            return required(shape);
        }

        @Override
        public CodeBlock mapping(Shape.Mapping shape) {
            return required(shape);
        }

        private CodeBlock required(Shape shape) {
            return call(methodFor(shape, limits, hint), CodeBlock.of("out.required($L)", value));
        }

        private CodeBlock plain(boolean unboxed) {
            CodeBlock present = unboxed ? CodeBlock.of("out.required($L)", value) : value;
            return CodeBlock.of("$L.write($L$L)", out, present, next(limits.own()));
        }
    }

    /** A limit as one more argument; nothing if it allows everything. */
    private static CodeBlock next(CodeBlock limit) {
        return LimitCode.isNone(limit) ? CodeBlock.of("") : CodeBlock.of(", Loader.$L", limit);
    }

    /** The number of elements and its limit, as arguments; nothing if any number is allowed. */
    private static CodeBlock size(String size, CodeBlock limit) {
        return LimitCode.isNone(limit) ? CodeBlock.of("") : CodeBlock.of("$L$L", size, next(limit));
    }

    private static CodeBlock call(String method, CodeBlock value) {
        return CodeBlock.of("$N(out, $L)", method, value);
    }

    /** The name of the method that writes a value with parts. */
    private String methodFor(Shape shape, PartLimits limits, String hint) {
        if (shape instanceof Shape.Nested nested) {
            return recordWriters.apply(nested);
        }
        if (shape instanceof Shape.Choice choice) {
            return method(choice, "", ShapeTypeName.spoken(choice), "value", () -> choice(choice));
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return method(oneOf, "", ShapeTypeName.spoken(oneOf), "value", () -> oneOf(oneOf));
        }
        if (shape instanceof Shape.OptionalOf optional) {
            return method(shape, limits.toString(), hint, "value", () -> optional(optional, limits, hint));
        }
        if (shape instanceof Shape.Sequence sequence) {
            return method(shape, limits.toString(), hint, "elements", () -> sequence(sequence, limits, hint));
        }
        if (shape instanceof Shape.Mapping mapping) {
            return method(shape, limits.toString(), hint, "entries", () -> mapping(mapping, limits, hint));
        }
        throw new AssertionError(shape);
    }

    /**
     * The key of the method that writes a part, in {@link Identifiers}.
     *
     * @param limits the limits of the values in the part
     */
    static String owner(Shape shape, String limits, String hint) {
        return "part " + hint + " " + shape + " " + limits;
    }

    private String method(Shape shape, String limits, String hint, String parameter, Supplier<CodeBlock> body) {
        // one method serves wherever the same part with the same limits is written
        String owner = owner(shape, limits, hint);
        boolean known = names.has(owner);
        String name = names.of(owner, () -> "write" + hint);
        if (known) {
            return name;
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(visibility(shape))
                .addParameter(RuntimeNames.SAVE_WRITER, "out")
                .addParameter(ShapeTypeName.of(shape), parameter);
        // listed before its body is made: a method stands above those that it calls
        methods.add(method);
        method.addCode(body.get());
        return name;
    }

    /**
     * The modifiers of a method for a part. One for a sealed interface is not private: a migration of the developer's may take or
     * return such a part, and code for it calls the method.
     */
    static Modifier[] visibility(Shape shape) {
        return shape instanceof Shape.Choice
                ? new Modifier[] {Modifier.STATIC}
                : new Modifier[] {Modifier.PRIVATE, Modifier.STATIC};
    }

    private CodeBlock choice(Shape.Choice shape) {
        Identifiers locals = new Identifiers();
        locals.fresh("out");
        locals.fresh("value");
        CodeBlock.Builder code = CodeBlock.builder();
        String flow = "if (value instanceof $T $N)";
        for (Subtype subtype : shape.subtypes()) {
            String local = locals.fresh(Identifiers.uncapitalized(subtype.name()));
            CodeBlock test = CodeBlock.of(flow, ShapeTypeName.of(subtype.record()), local);
            if (code.isEmpty()) {
                code.beginControlFlow("$L", test);
            } else {
                code.nextControlFlow("else $L", test);
            }
            code.addStatement(
                            "out.subtype($N, $L)",
                            memberNames.apply(shape.discriminator()),
                            JavaText.quoted(subtype.jsonName()))
                    .addStatement(call(recordWriters.apply(subtype.record()), CodeBlock.of("$N", local)));
        }
        shape.other().ifPresent(other -> {
            String local = locals.fresh(Identifiers.uncapitalized(other.type().simpleName()));
            code.nextControlFlow("else $L", CodeBlock.of(flow, ShapeTypeName.of(other), local));
            if (loaderNames.hasReader(shape)) {
                code.addStatement("out.other(Loader.$N)", loaderNames.subtypes(shape));
            }
            code.addStatement(call(recordWriters.apply(other), CodeBlock.of("$N", local)));
        });
        return code.nextControlFlow("else")
                .addStatement("throw new $T(value)", AssertionError.class)
                .endControlFlow()
                .build();
    }

    private CodeBlock oneOf(Shape.OneOf shape) {
        Identifiers locals = new Identifiers();
        locals.fresh("out");
        locals.fresh("value");
        CodeBlock.Builder code = CodeBlock.builder();
        for (Alternative alternative : shape.alternatives()) {
            String local =
                    locals.fresh(Identifiers.uncapitalized(alternative.type().simpleName()));
            CodeBlock test = CodeBlock.of("if (value instanceof $T $N)", ShapeTypeName.of(alternative.type()), local);
            if (code.isEmpty()) {
                code.beginControlFlow("$L", test);
            } else {
                code.nextControlFlow("else $L", test);
            }
            Component held = alternative.component();
            code.addStatement(write(
                    held.shape(),
                    OUT,
                    CodeBlock.of("$N.$N()", local, held.name()),
                    limitsOf.apply(shape, alternative),
                    loaderNames.hint(shape, alternative)));
        }
        return code.nextControlFlow("else")
                .addStatement("throw new $T(value)", AssertionError.class)
                .endControlFlow()
                .build();
    }

    private CodeBlock optional(Shape.OptionalOf shape, PartLimits limits, String hint) {
        return CodeBlock.builder()
                .beginControlFlow("if (value.isEmpty())")
                .addStatement("out.writeNull()")
                .nextControlFlow("else")
                .addStatement(write(shape.of(), OUT, CodeBlock.of("value.$L()", getter(shape)), limits, hint + "Value"))
                .endControlFlow()
                .build();
    }

    private static String getter(Shape.OptionalOf shape) {
        return ShapeTypeName.of(shape.of()).isPrimitive()
                ? "getAs" + Identifiers.capitalized(ShapeTypeName.of(shape.of()).toString())
                : "get";
    }

    private CodeBlock sequence(Shape.Sequence shape, PartLimits limits, String hint) {
        PartLimits ofElement = limits.ofElement(shape.element());
        String size = shape.kind() == Shape.Sequence.Kind.ARRAY ? "elements.length" : "elements.size()";
        boolean simple = isSimple(shape.element());
        Shape value = Limitable.inner(shape.element());
        boolean onOneLine = isSimple(value) && !isTree(value);
        return CodeBlock.builder()
                .addStatement("out.$L($L)", onOneLine ? "beginArray" : "beginLines", size(size, limits.own()))
                .add(
                        simple
                                ? simpleElements(shape, ofElement, hint)
                                : elements(shape, methodFor(shape.element(), ofElement, hint + "Element")))
                .addStatement("out.endArray()")
                .build();
    }

    private CodeBlock simpleElements(Shape.Sequence shape, PartLimits limits, String hint) {
        if (shape.kind() == Shape.Sequence.Kind.SET && isTree(shape.element())) {
            CodeBlock each = write(shape.element(), CodeBlock.of("writer"), CodeBlock.of("element"), limits, hint);
            return CodeBlock.builder()
                    .addStatement("out.writeInOrder(elements, (writer, element) -> $L)", each)
                    .build();
        }
        CodeBlock each = write(shape.element(), OUT, CodeBlock.of("element"), limits, hint);
        return loop(shape, inOrder(shape), each);
    }

    // The elements in the order in which they are written. A set is sorted, so that the same set always makes the same
    // file.
    private static CodeBlock inOrder(Shape.Sequence shape) {
        return switch (shape.kind()) {
            case LIST, DEQUE, ARRAY -> CodeBlock.of("elements");
            case SORTED_SET -> CodeBlock.of("out.inNaturalOrder(elements)");
            case SET ->
                shape.element() instanceof Shape.Scalar scalar && !scalar.kind().isComparable()
                        ? CodeBlock.of("out.inOrder(elements, $L)", RuntimeNames.scalar(scalar.kind()))
                        : CodeBlock.of("out.inOrder(elements)");
        };
    }

    private static CodeBlock elements(Shape.Sequence shape, String writer) {
        return shape.kind() == Shape.Sequence.Kind.SET
                ? CodeBlock.builder()
                        .addStatement("out.writeInOrder(elements, Saver::$N)", writer)
                        .build()
                : loop(shape, CodeBlock.of("elements"), call(writer, CodeBlock.of("out.required(element)")));
    }

    /** Whether a value is written by one call although it may be an object or array in the file. */
    private static boolean isTree(Shape shape) {
        return shape instanceof Shape.Anything || shape instanceof Shape.Custom;
    }

    private static CodeBlock loop(Shape.Sequence shape, CodeBlock elements, CodeBlock each) {
        return CodeBlock.builder()
                .beginControlFlow("for ($T element : $L)", CollectionCode.element(shape), elements)
                .addStatement(each)
                .endControlFlow()
                .build();
    }

    private CodeBlock mapping(Shape.Mapping shape, PartLimits limits, String hint) {
        CodeBlock key = shape.key() instanceof Shape.Enumeration enumeration
                ? CodeBlock.of("out.key($N, entry.getKey())", constants.of(enumeration))
                : CodeBlock.of(
                        "out.key(entry.getKey()$L)",
                        limits.key().map(WriteParts::next).orElse(CodeBlock.of("")));
        return CodeBlock.builder()
                .addStatement("out.beginObject($L)", size("entries.size()", limits.own()))
                .beginControlFlow(
                        "for ($T<$T, $T> entry : entries.entrySet())",
                        ClassName.get(Map.Entry.class),
                        ShapeTypeName.boxed(shape.key()),
                        ShapeTypeName.boxed(shape.value()))
                .addStatement(key)
                .addStatement(write(
                        shape.value(),
                        OUT,
                        CodeBlock.of("entry.getValue()"),
                        limits.ofElement(shape.value()),
                        hint + "Value"))
                .endControlFlow()
                .addStatement("out.endObject()")
                .build();
    }
}
