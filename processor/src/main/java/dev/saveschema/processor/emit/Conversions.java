package dev.saveschema.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.JsonTypes;
import dev.saveschema.processor.model.Shape;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/**
 * Finds how a value of one version becomes one of the next without code of the developer's: values that stay the same, numbers that become
 * wider, values that become optional, and collections of these. Every other change is the developer's to make.
 */
final class Conversions {

    private final BiPredicate<Shape, Shape> carries;
    private final Optional<ClassName> around;

    /**
     * @param carries whether a pair of records, enums or sealed interfaces carries over
     * @param around the class that has the methods, if the newer version's types do not have them themselves
     */
    Conversions(BiPredicate<Shape, Shape> carries, Optional<ClassName> around) {
        this.carries = carries;
        this.around = around;
    }

    Optional<Conversion> find(Shape from, Shape to) {
        if (to instanceof Shape.OptionalOf optional) {
            return toOptional(from, optional);
        }
        if (from instanceof Shape.Sequence sequence && to instanceof Shape.Sequence other) {
            return sequence(sequence, other);
        }
        if (from instanceof Shape.Mapping mapping && to instanceof Shape.Mapping other) {
            return mapping(mapping, other);
        }
        if (from instanceof Shape.Nested && to instanceof Shape.Nested nested) {
            return pair(from, to, nested.type());
        }
        if (from instanceof Shape.Enumeration && to instanceof Shape.Enumeration enumeration) {
            return pair(from, to, enumeration.type());
        }
        if (from instanceof Shape.Choice && to instanceof Shape.Choice choice) {
            return pair(from, to, choice.type());
        }
        if (to instanceof Shape.OneOf oneOf) {
            return from instanceof Shape.OneOf ? pair(from, to, oneOf.type()) : alternative(from, oneOf);
        }
        return single(from, to);
    }

    private static Optional<Conversion> single(Shape from, Shape to) {
        if (from instanceof Shape.Whole || from instanceof Shape.Decimal) {
            return number(from, to);
        }
        boolean isSame = from instanceof Shape.Flag && to instanceof Shape.Flag
                || from instanceof Shape.Letter && to instanceof Shape.Letter
                || (from instanceof Shape.Text || from instanceof Shape.Scalar || from instanceof Shape.Anything)
                        && from.equals(to);
        return isSame ? Optional.of(Conversion.NONE) : Optional.empty();
    }

    private static Optional<Conversion> number(Shape from, Shape to) {
        TypeName was = ShapeTypeName.boxed(from);
        TypeName is = ShapeTypeName.boxed(to);
        if (was.equals(is)) {
            return Optional.of(Conversion.NONE);
        }
        if (!isWidened(from, to)) {
            return Optional.empty();
        }
        return Optional.of(
                ShapeTypeName.of(to).isPrimitive() && ShapeTypeName.of(from).isPrimitive()
                        ? Conversion.NONE
                        : Conversion.of((value, names) -> CodeBlock.of("$T.valueOf($L)", is, value)));
    }

    /** Whether Java makes the one of the other, and nothing is lost by that. */
    private static boolean isWidened(Shape from, Shape to) {
        if (from instanceof Shape.Decimal was) {
            return was.precision() == Shape.Decimal.Precision.FLOAT
                    && to instanceof Shape.Decimal is
                    && is.precision() == Shape.Decimal.Precision.DOUBLE;
        }
        Shape.Whole.Width width = ((Shape.Whole) from).width();
        if (to instanceof Shape.Whole is) {
            return is.width() != Shape.Whole.Width.BIG && width.compareTo(is.width()) < 0;
        }
        return to instanceof Shape.Decimal is
                && (is.precision() == Shape.Decimal.Precision.FLOAT && width.compareTo(Shape.Whole.Width.SHORT) <= 0
                        || is.precision() == Shape.Decimal.Precision.DOUBLE
                                && width.compareTo(Shape.Whole.Width.INT) <= 0);
    }

    private Optional<Conversion> toOptional(Shape from, Shape.OptionalOf to) {
        ClassName optional = ShapeTypeName.optional(to);
        if (!(from instanceof Shape.OptionalOf was)) {
            return find(from, to.of())
                    .map(inner -> Conversion.of(
                            (value, names) -> CodeBlock.of("$T.of($L)", optional, inner.of(value, names))));
        }
        return find(was.of(), to.of()).flatMap(inner -> {
            if (ShapeTypeName.of(was).equals(ShapeTypeName.of(to)) && inner.isNone()) {
                return Optional.of(Conversion.NONE);
            }
            if (ShapeTypeName.of(to.of()).isPrimitive()) {
                return inner.isNone() ? Optional.of(toPrimitive(optional)) : Optional.empty();
            }
            return Optional.of(Conversion.of(
                    (value, names) -> CodeBlock.of("$L.map($L)", value, inner.asFunction("present", names))));
        });
    }

    /** {@code old.most().map(OptionalInt::of).orElseGet(OptionalInt::empty)}. */
    private static Conversion toPrimitive(ClassName optional) {
        return Conversion.of(
                (value, names) -> CodeBlock.of("$L.map($T::of).orElseGet($T::empty)", value, optional, optional));
    }

    private Optional<Conversion> sequence(Shape.Sequence from, Shape.Sequence to) {
        if (to.kind().isSet() && !from.kind().isSet()) {
            return Optional.empty(); // an element that occurs twice would be gone
        }
        return find(from.element(), to.element()).flatMap(element -> switch (to.kind()) {
            case LIST -> Optional.of(collected("list", element, !from.kind().isSet()));
            case SET -> Optional.of(collected("set", element, true));
            case SORTED_SET -> Optional.of(wrapped(ClassName.get(TreeSet.class), collected("set", element, true)));
            case DEQUE -> Optional.of(wrapped(ClassName.get(LinkedList.class), collected("list", element, true)));
            case ARRAY -> array(element, to.element());
        });
    }

    /** @param isSame whether a collection of the same elements can stay what it is */
    private static Conversion collected(String method, Conversion element, boolean isSame) {
        return element.isNone() && isSame
                ? Conversion.NONE
                : Conversion.of((value, names) -> CodeBlock.of(
                        "$T.$N($L, $L)", RuntimeNames.CARRY_OVER, method, value, element.asFunction("element", names)));
    }

    private static Conversion wrapped(ClassName type, Conversion of) {
        return Conversion.of((value, names) -> CodeBlock.of("new $T<>($L)", type, of.of(value, names)));
    }

    private static Optional<Conversion> array(Conversion element, Shape shape) {
        TypeName type = ShapeTypeName.of(shape);
        if (type.isPrimitive()) {
            boolean hasStream =
                    List.of(TypeName.INT, TypeName.LONG, TypeName.DOUBLE).contains(type);
            return hasStream && element.isNone()
                    ? Optional.of(Conversion.of((value, names) -> CodeBlock.of(
                            "$L.stream().mapTo$L(each -> each).toArray()",
                            value,
                            Identifiers.capitalized(type.toString()))))
                    : Optional.empty();
        }
        return type instanceof ParameterizedTypeName
                ? Optional.empty() // Java makes no array of these
                : Optional.of(Conversion.of((value, names) -> CodeBlock.of(
                        "$L.toArray($T::new)",
                        collected("list", element, true).of(value, names),
                        ArrayTypeName.of(type))));
    }

    private Optional<Conversion> mapping(Shape.Mapping from, Shape.Mapping to) {
        return find(from.key(), to.key())
                .flatMap(key -> find(from.value(), to.value())
                        .map(value -> key.isNone() && value.isNone()
                                ? Conversion.NONE
                                : Conversion.of((map, names) -> CodeBlock.of(
                                        "$T.map($L, $L, $L)",
                                        RuntimeNames.CARRY_OVER,
                                        map,
                                        key.asFunction("key", names),
                                        value.asFunction("value", names)))));
    }

    private Optional<Conversion> alternative(Shape from, Shape.OneOf to) {
        return JsonTypes.of(from)
                .flatMap(to::of)
                .flatMap(alternative -> find(from, alternative.component().shape())
                        .map(inner -> Conversion.of((value, names) -> CodeBlock.of(
                                "new $T($L)", ShapeTypeName.of(alternative.type()), inner.of(value, names)))));
    }

    /** {@code Settings.of(old.settings())}, {@code Settings::of}. */
    private Optional<Conversion> pair(Shape from, Shape to, ClassRef type) {
        if (!carries.test(from, to)) {
            return Optional.empty();
        }
        CodeBlock owner = ShapeTypeName.qualifier(type);
        return Optional.of(
                around.isPresent()
                        ? Conversion.byMethod(
                                (value, names) -> CodeBlock.of("of($L)", value), CodeBlock.of("$T::of", around.get()))
                        : Conversion.byMethod(
                                (value, names) -> CodeBlock.of("$L.of($L)", owner, value),
                                CodeBlock.of("$L::of", owner)));
    }
}
