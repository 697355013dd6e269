package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.Literal;
import dev.saveschema.processor.model.LiteralException;
import dev.saveschema.processor.model.Literals;
import dev.saveschema.processor.model.Shape;
import java.util.List;
import java.util.Map;

/** What stands in for a component that has nothing usable: as an expression, and as a report shows it. */
final class Defaults {

    private final LoaderNames names;

    Defaults(LoaderNames names) {
        this.names = names;
    }

    /** Whether the default is made anew each time, or parsed, and so only where it is needed. */
    static boolean isMade(Component component) {
        return component.fallback() instanceof Fallback.Factory
                || component.shape() instanceof Shape.Nested
                || component.shape() instanceof Shape.Scalar
                || component.shape() instanceof Shape.Anything;
    }

    /** Whether the record says what the default is. */
    static boolean isDeclared(Component component) {
        return !(component.fallback() instanceof Fallback.Undeclared);
    }

    /** The default as an expression. */
    CodeBlock code(Component component, ClassRef record) {
        Fallback fallback = component.fallback();
        if (fallback instanceof Fallback.Factory factory) {
            return CodeBlock.of("$L.$N()", JavaTypes.qualifier(record), factory.method());
        }
        if (fallback instanceof Fallback.Literal literal) {
            return LiteralCode.of(literal(literal, component.shape()), component.shape());
        }
        return undeclared(component.shape());
    }

    /** The default in a few characters, for a report. */
    String text(Component component) {
        Fallback fallback = component.fallback();
        if (fallback instanceof Fallback.Factory factory) {
            return factory.method() + "()";
        }
        if (fallback instanceof Fallback.Literal literal) {
            return LiteralText.of(literal(literal, component.shape()));
        }
        return component.shape() instanceof Shape.Mapping
                ? "{}"
                : component.shape() instanceof Shape.Sequence
                        ? "[]"
                        : component.shape() instanceof Shape.OptionalOf ? "null" : "its defaults";
    }

    private CodeBlock undeclared(Shape shape) {
        if (shape instanceof Shape.Sequence sequence) {
            return CollectionCode.of(sequence, List.of());
        }
        if (shape instanceof Shape.Mapping) {
            return CodeBlock.of("$T.of()", Map.class);
        }
        if (shape instanceof Shape.OptionalOf optional) {
            return CodeBlock.of("$T.empty()", JavaTypes.optional(optional));
        }
        if (shape instanceof Shape.Nested nested) {
            return CodeBlock.of("$N()", names.defaults(nested));
        }
        throw new AssertionError("checked before: " + shape + " has a default");
    }

    private static Literal literal(Fallback.Literal literal, Shape shape) {
        try {
            return Literals.parse(shape, literal.text());
        } catch (LiteralException e) {
            throw new AssertionError("checked before: " + literal.text(), e);
        }
    }
}
