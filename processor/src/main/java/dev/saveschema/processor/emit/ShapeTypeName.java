package dev.saveschema.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** The Java type of a shape. */
final class ShapeTypeName implements Shape.Visitor<TypeName> {

    private static final ShapeTypeName VISITOR = new ShapeTypeName();

    private static final Pattern MAYBE_A_VARIABLE =
            Pattern.compile("VERSION|INSTANCE|[^\\p{Lower}]*_[^\\p{Lower}]*|\\p{Lower}.*");

    private ShapeTypeName() {}

    static TypeName of(Shape shape) {
        return shape.accept(VISITOR);
    }

    /** The type as it stands between angle brackets. */
    static TypeName boxed(Shape shape) {
        return of(shape).box();
    }

    /** {@code Optional}, or the class of its own that an optional of a primitive has: {@code OptionalInt}. */
    static ClassName optional(Shape.OptionalOf shape) {
        TypeName of = of(shape.of());
        return of.isPrimitive()
                ? ClassName.get("java.util", "Optional" + Identifiers.capitalized(of.toString()))
                : ClassName.get(Optional.class);
    }

    /** The type as a part of a name: {@code PairOfIntegerAndListOfString}. */
    static String spoken(Shape shape) {
        return spoken(boxed(shape));
    }

    private static String spoken(TypeName type) {
        if (type instanceof ParameterizedTypeName generic) {
            return generic.typeArguments().stream()
                    .map(ShapeTypeName::spoken)
                    .collect(Collectors.joining("And", generic.rawType().simpleName() + "Of", ""));
        }
        if (type instanceof ArrayTypeName array) {
            return "ArrayOf" + spoken(array.componentType().box());
        }
        return ((ClassName) type).simpleName();
    }

    static ClassName of(ClassRef type) {
        List<String> names = type.simpleNames();
        return ClassName.get(
                type.packageName(), names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    /**
     * The type as it stands before a dot or two colons, where Java would take a variable of the same name instead. So a type that
     * is spelled like a constant or variable of the generated class is written with its package: {@code example.VERSION}.
     */
    static CodeBlock qualifier(ClassRef type) {
        return MAYBE_A_VARIABLE.matcher(type.simpleNames().get(0)).matches()
                ? CodeBlock.of("$L", type.qualifiedName())
                : CodeBlock.of("$T", of(type));
    }

    @Override
    public TypeName flag(Shape.Flag shape) {
        return boxed(TypeName.BOOLEAN, shape.boxed());
    }

    @Override
    public TypeName whole(Shape.Whole shape) {
        return switch (shape.width()) {
            case BYTE -> boxed(TypeName.BYTE, shape.boxed());
            case SHORT -> boxed(TypeName.SHORT, shape.boxed());
            case INT -> boxed(TypeName.INT, shape.boxed());
            case LONG -> boxed(TypeName.LONG, shape.boxed());
            case BIG -> ClassName.get(BigInteger.class);
        };
    }

    @Override
    public TypeName decimal(Shape.Decimal shape) {
        return switch (shape.precision()) {
            case FLOAT -> boxed(TypeName.FLOAT, shape.boxed());
            case DOUBLE -> boxed(TypeName.DOUBLE, shape.boxed());
            case BIG -> ClassName.get(BigDecimal.class);
        };
    }

    @Override
    public TypeName letter(Shape.Letter shape) {
        return boxed(TypeName.CHAR, shape.boxed());
    }

    @Override
    public TypeName text(Shape.Text shape) {
        return ClassName.get(String.class);
    }

    @Override
    public TypeName enumeration(Shape.Enumeration shape) {
        return of(shape.type());
    }

    @Override
    public TypeName scalar(Shape.Scalar shape) {
        return ClassName.get(shape.kind().type());
    }

    @Override
    public TypeName anything(Shape.Anything shape) {
        return RuntimeNames.JSON_NODE;
    }

    @Override
    public TypeName custom(Shape.Custom shape) {
        TypeName type = shape.type().packageName().isEmpty()
                        && SourceVersion.isKeyword(shape.type().simpleName())
                ? primitive(shape.type().simpleName())
                : of(shape.type());
        for (int dimension = 0; dimension < shape.dimensions(); dimension++) {
            type = ArrayTypeName.of(type);
        }
        return type;
    }

    private static TypeName primitive(String keyword) {
        return switch (keyword) {
            case "boolean" -> TypeName.BOOLEAN;
            case "byte" -> TypeName.BYTE;
            case "short" -> TypeName.SHORT;
            case "int" -> TypeName.INT;
            case "long" -> TypeName.LONG;
            case "float" -> TypeName.FLOAT;
            case "double" -> TypeName.DOUBLE;
            case "char" -> TypeName.CHAR;
            default -> throw new AssertionError(keyword);
        };
    }

    @Override
    public TypeName optionalOf(Shape.OptionalOf shape) {
        ClassName optional = optional(shape);
        return of(shape.of()).isPrimitive() ? optional : ParameterizedTypeName.get(optional, boxed(shape.of()));
    }

    @Override
    public TypeName sequence(Shape.Sequence shape) {
        return switch (shape.kind()) {
            case LIST -> collection(List.class, shape);
            case SET -> collection(Set.class, shape);
            case SORTED_SET -> collection(SortedSet.class, shape);
            case DEQUE -> collection(Deque.class, shape);
            case ARRAY -> ArrayTypeName.of(of(shape.element()));
        };
    }

    private static TypeName collection(Class<?> type, Shape.Sequence shape) {
        return ParameterizedTypeName.get(ClassName.get(type), boxed(shape.element()));
    }

    @Override
    public TypeName mapping(Shape.Mapping shape) {
        return ParameterizedTypeName.get(ClassName.get(Map.class), boxed(shape.key()), boxed(shape.value()));
    }

    @Override
    public TypeName nested(Shape.Nested shape) {
        TypeName[] arguments =
                shape.arguments().stream().map(ShapeTypeName::boxed).toArray(TypeName[]::new);
        return arguments.length == 0 ? of(shape.type()) : ParameterizedTypeName.get(of(shape.type()), arguments);
    }

    @Override
    public TypeName choice(Shape.Choice shape) {
        return of(shape.type());
    }

    @Override
    public TypeName oneOf(Shape.OneOf shape) {
        return of(shape.type());
    }

    private static TypeName boxed(TypeName primitive, boolean boxed) {
        return boxed ? primitive.box() : primitive;
    }
}
