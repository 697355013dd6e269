package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.literal.Literal;
import dev.saveschema.processor.model.literal.LiteralException;
import dev.saveschema.processor.model.literal.Literals;
import java.util.List;
import java.util.Optional;

/**
 * The default of a component, which stands in where a file has no usable value: as an expression, and as the text that a report
 * shows.
 */
final class Defaults {

    /**
     * The length at which the text for a report is cut: more characters than a report shows, and fewer than a class file allows in
     * a constant.
     */
    private static final int MOST_SHOWN = 100;

    private final LoaderNames names;
    private final LiteralCode literals;

    Defaults(LoaderNames names, SharedConstants constants) {
        this.names = names;
        this.literals = new LiteralCode(constants);
    }

    /**
     * Whether the default is made anew each time, or parsed from text. Generated code makes such a default only where it is needed.
     */
    static boolean isMade(Component component) {
        return component.fallback() instanceof Fallback.Factory
                || component.shape() instanceof Shape.Scalar
                || component.shape() instanceof Shape.Anything
                || component.shape() instanceof Shape.OneOf
                || component.shape() instanceof Shape.Custom
                || madeOf(component).isPresent();
    }

    /** Whether making a record or a default of its components runs code of the developer's, which may throw. */
    static boolean mayThrow(SchemaModel schema, RecordModel record) {
        return mayThrow(record)
                || record.components().stream()
                        .flatMap(component -> madeOf(component).stream())
                        .anyMatch(inner -> mayThrow(schema, schema.record(inner)));
    }

    /**
     * Whether making the record runs code of the developer's. The records within it, which have methods of their own, are not
     * looked into.
     */
    static boolean mayThrow(RecordModel record) {
        return record.hasOwnConstructor()
                || record.components().stream()
                        .anyMatch(component -> component.fallback() instanceof Fallback.Factory
                                || component.fallback() instanceof Fallback.Literal
                                        && isMadeByDeveloper(component.shape()));
    }

    /** Whether a default of that shape may be made by a constructor or a codec of the developer's. */
    private static boolean isMadeByDeveloper(Shape shape) {
        return shape instanceof Shape.Custom
                || shape instanceof Shape.OneOf oneOf
                        && oneOf.alternatives().stream().anyMatch(Alternative::hasOwnConstructor)
                || shape.parts().stream().anyMatch(Defaults::isMadeByDeveloper);
    }

    /** The record that the default is, if it is one made of its own defaults. */
    private static Optional<Shape.Nested> madeOf(Component component) {
        if (component.fallback() instanceof Fallback.Literal written
                && literal(written, component.shape()) instanceof Literal.OfSubtype chosen) {
            return Optional.of(chosen.subtype().record());
        }
        return component.fallback() instanceof Fallback.Undeclared && component.shape() instanceof Shape.Nested nested
                ? Optional.of(nested)
                : Optional.empty();
    }

    /** The default as an expression within {@code Loader}. */
    CodeBlock code(Component component, RecordModel record) {
        return code(component, record, "");
    }

    /**
     * The default as an expression.
     *
     * @param loader the qualifier of methods of {@code Loader}: nothing within it, or {@code Loader.}
     */
    CodeBlock code(Component component, RecordModel record, String loader) {
        Fallback fallback = component.fallback();
        if (fallback instanceof Fallback.Factory factory) {
            return CodeBlock.of("$L.$N()", ShapeTypeName.qualifier(record.type()), factory.method());
        }
        if (fallback instanceof Fallback.Literal written) {
            Literal literal = literal(written, component.shape());
            return literal instanceof Literal.OfSubtype chosen
                    ? ofSubtype(chosen, component.shape(), loader)
                    : literals.of(literal, component.shape());
        }
        return undeclared(component.shape(), loader);
    }

    private CodeBlock ofSubtype(Literal.OfSubtype literal, Shape shape, String loader) {
        CodeBlock made =
                CodeBlock.of("$L$N()", loader, names.defaults(literal.subtype().record()));
        return shape instanceof Shape.OptionalOf optional
                ? CodeBlock.of("$T.of($L)", ShapeTypeName.optional(optional), made)
                : made;
    }

    /** The default in a few characters, for a report. */
    String text(Component component) {
        String text = wholeText(component);
        return text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) : text;
    }

    private String wholeText(Component component) {
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

    private CodeBlock undeclared(Shape shape, String loader) {
        if (shape instanceof Shape.Sequence sequence) {
            return CollectionCode.of(sequence, List.of());
        }
        if (shape instanceof Shape.Mapping mapping) {
            return CollectionCode.of(mapping, List.of());
        }
        if (shape instanceof Shape.OptionalOf optional) {
            return CodeBlock.of("$T.empty()", ShapeTypeName.optional(optional));
        }
        if (shape instanceof Shape.Nested nested) {
            return CodeBlock.of("$L$N()", loader, names.defaults(nested));
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
