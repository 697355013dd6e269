package dev.saveschema.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.saveschema.processor.model.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Emits the expressions that make each of the JDK's collections, and an array. */
final class CollectionCode {

    /**
     * The largest number of arguments for which the compiler may infer a type if each argument is generic itself; beyond it the
     * type is written out. For hundreds of such arguments the compiler would take minutes.
     */
    private static final int MOST_INFERRED = 16;

    private CollectionCode() {}

    /** A collection of these elements as an expression. */
    static CodeBlock of(Shape.Sequence shape, List<CodeBlock> values) {
        CodeBlock list = CodeBlock.join(values, ", ");
        return switch (shape.kind()) {
            case LIST -> CodeBlock.of("$T.$Lof($L)", List.class, typeArguments(shape, values), list);
            case SET -> CodeBlock.of("$T.$Lof($L)", Set.class, typeArguments(shape, values), list);
            case SORTED_SET ->
                values.isEmpty()
                        ? CodeBlock.of("$T.emptySortedSet()", Collections.class)
                        : CodeBlock.of(
                                "$T.unmodifiableSortedSet(new $T<>($T.of($L)))",
                                Collections.class,
                                TreeSet.class,
                                List.class,
                                list);
            case DEQUE ->
                values.isEmpty()
                        ? CodeBlock.of("new $T<>()", LinkedList.class)
                        : CodeBlock.of(
                                "new $T<>($T.$Lof($L))",
                                LinkedList.class,
                                List.class,
                                typeArguments(shape, values),
                                list);
            case ARRAY -> array(shape, values);
        };
    }

    /** A map of these entries as an expression. */
    static CodeBlock of(Shape.Mapping shape, List<CodeBlock> entries) {
        return entries.isEmpty()
                ? CodeBlock.of("$T.of()", Map.class)
                : CodeBlock.of(
                        "$T.$Lof($L)",
                        RuntimeNames.ORDERED_MAPS,
                        typeArguments(
                                entries.size(),
                                CodeBlock.of(
                                        "$T, $T",
                                        ShapeTypeName.boxed(shape.key()),
                                        ShapeTypeName.boxed(shape.value()))),
                        CodeBlock.join(entries, ", "));
    }

    private static CodeBlock typeArguments(Shape.Sequence shape, List<CodeBlock> values) {
        TypeName element = ShapeTypeName.boxed(shape.element());
        return isGeneric(element) ? typeArguments(values.size(), CodeBlock.of("$T", element)) : CodeBlock.of("");
    }

    private static CodeBlock typeArguments(int arguments, CodeBlock types) {
        return arguments > MOST_INFERRED ? CodeBlock.of("<$L>", types) : CodeBlock.of("");
    }

    private static CodeBlock array(Shape.Sequence shape, List<CodeBlock> values) {
        if (isGeneric(ShapeTypeName.of(shape.element()))) {
            return CodeBlock.of(
                    "$T.$Larray($L)",
                    RuntimeNames.ARRAY_VALUES,
                    typeArguments(shape, values),
                    CodeBlock.join(values, ", "));
        }
        return values.isEmpty()
                ? empty(shape)
                : CodeBlock.of("new $T {$L}", ShapeTypeName.of(shape), CodeBlock.join(values, ", "));
    }

    // new int[0], or new int[0][] if the elements are arrays themselves
    private static CodeBlock empty(Shape.Sequence shape) {
        String dimensions = "";
        Shape element = shape.element();
        while (element instanceof Shape.Sequence inner && inner.kind() == Shape.Sequence.Kind.ARRAY) {
            dimensions += "[]";
            element = inner.element();
        }
        return CodeBlock.of("new $T[0]$L", ShapeTypeName.of(element), dimensions);
    }

    /** The type of the variable in a loop over the elements. */
    static TypeName element(Shape.Sequence shape) {
        return shape.kind() == Shape.Sequence.Kind.ARRAY
                ? ShapeTypeName.of(shape.element())
                : ShapeTypeName.boxed(shape.element());
    }

    /** The type that elements are collected in while they are read. */
    static TypeName collected(Shape.Sequence shape) {
        return shape.kind() == Shape.Sequence.Kind.ARRAY
                ? ParameterizedTypeName.get(ClassName.get(List.class), ShapeTypeName.boxed(shape.element()))
                : ShapeTypeName.of(shape);
    }

    /** An empty collection, as an expression, to collect the elements in while they are read. */
    static CodeBlock collector(Shape.Sequence shape) {
        Class<?> collection = switch (shape.kind()) {
            case LIST, ARRAY -> ArrayList.class;
            case SET -> LinkedHashSet.class;
            case SORTED_SET -> TreeSet.class;
            // unlike an ArrayDeque, a LinkedList equals another one with the same elements
            case DEQUE -> LinkedList.class;
        };
        return CodeBlock.of("new $T<>()", collection);
    }

    /** The finished value, as an expression, once all elements are read: {@code in.list(elements, LIMIT, fallback)}. */
    static CodeBlock finished(Shape.Sequence shape, CodeBlock limit) {
        return switch (shape.kind()) {
            case LIST -> CodeBlock.of("in.list(elements, $L, fallback)", limit);
            case SET -> CodeBlock.of("in.set(elements, $L, fallback)", limit);
            case SORTED_SET -> CodeBlock.of("in.sortedSet(elements, $L, fallback)", limit);
            case DEQUE -> CodeBlock.of("in.deque(elements, $L, fallback)", limit);
            case ARRAY ->
                ShapeTypeName.of(shape.element()).isPrimitive()
                        ? CodeBlock.of("$T.of(in.list(elements, $L, null), fallback)", RuntimeNames.ARRAY_VALUES, limit)
                        : CodeBlock.of(
                                "$T.of(in.list(elements, $L, null), fallback, $L)",
                                RuntimeNames.ARRAY_VALUES,
                                limit,
                                array(shape, List.of()));
        };
    }

    private static boolean isGeneric(TypeName type) {
        TypeName innermost = type;
        while (innermost instanceof ArrayTypeName array) {
            innermost = array.componentType();
        }
        return innermost instanceof ParameterizedTypeName;
    }
}
