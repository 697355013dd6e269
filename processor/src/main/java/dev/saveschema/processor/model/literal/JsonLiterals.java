package dev.saveschema.processor.model.literal;

import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.JsonType;
import dev.saveschema.processor.model.JsonTypes;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Shape.Custom;
import dev.saveschema.processor.model.Shape.Mapping;
import dev.saveschema.processor.model.Shape.OneOf;
import dev.saveschema.processor.model.Shape.Sequence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads defaults that are written as JSON: lists, sets, maps and any JSON. A set has no element twice, an object no name twice, and
 * nothing follows the end of the JSON.
 */
final class JsonLiterals {

    private static final String ARRAY = "a JSON array, such as [1, 2]";
    private static final String OBJECT = "a JSON object, such as {\"a\": 1}";

    private static final JsonFactory FACTORY = new JsonFactory();

    private final String text;

    JsonLiterals(String text) {
        this.text = text;
    }

    Literal parse(Shape shape) throws LiteralException {
        return parse(shape, false);
    }

    /** @param isJson whether the text is known to be JSON of the shape's type */
    private Literal parse(Shape shape, boolean isJson) throws LiteralException {
        if (!isJson) {
            requireStart(shape);
        }
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            json.nextToken();
            Literal value = value(shape, json);
            if (json.nextToken() != null) {
                throw new LiteralException("there is something after the end of the JSON");
            }
            return value;
        } catch (JacksonException e) {
            throw new LiteralException("not JSON at character %d: %s"
                    .formatted(Math.max(0, e.getLocation().getCharOffset()), inShort(e.getOriginalMessage())));
        }
    }

    /** Jackson's message without the place of an unclosed bracket, which it describes in terms of its own source. */
    private static String inShort(String message) {
        return message.lines().findFirst().orElse("").replaceFirst(" \\(start marker at .*", "");
    }

    /** Refuses a text without brackets, {@code 1, 2}. People often forget them, and the parser's own message would not say so. */
    private void requireStart(Shape shape) throws LiteralException {
        if (shape instanceof Shape.Anything || shape instanceof OneOf || shape instanceof Custom) {
            return;
        }
        boolean isArray = shape instanceof Sequence;
        if (!text.strip().startsWith(isArray ? "[" : "{")) {
            throw new LiteralException("\"%s\" is not %s".formatted(text, isArray ? ARRAY : OBJECT));
        }
    }

    /**
     * The default of a sealed interface for several JSON types: JSON if its type is one of these, else the text itself if text is
     * one of them.
     */
    Literal oneOf(OneOf shape) throws LiteralException {
        if (isJson(shape::of)) {
            return parse(shape);
        }
        Alternative ofText = shape.of(JsonType.TEXT)
                .orElseThrow(() -> new LiteralException("\"%s\" is not %s".formatted(text, expected(shape))));
        return new Literal.OfAlternative(
                ofText, Literals.single(ofText.component().shape(), text));
    }

    /** The default for a codec to read: JSON of one of the codec's forms, else the text itself if text is one of them. */
    Literal custom(Custom shape) throws LiteralException {
        if (isJson(shape::form)) {
            return parse(shape);
        }
        Shape ofText = shape.form(JsonType.TEXT)
                .orElseThrow(() -> new LiteralException("\"%s\" is not %s".formatted(text, expected(shape))));
        Literals.single(ofText, text);
        return TreeLiterals.text(text);
    }

    private Literal form(Custom shape, JsonParser json) throws LiteralException {
        if (shape.forms().isEmpty()) {
            return Literals.single(shape, "");
        }
        Optional<Shape> form = type(json.currentToken()).flatMap(shape::form);
        expect(form.isPresent(), expected(shape), json.currentToken());
        Literal.Tree tree = new TreeLiterals(json).value();
        new JsonLiterals(tree.text()).parse(form.orElseThrow(), true);
        return tree;
    }

    private static String expected(Custom shape) {
        return shape.forms().stream()
                .flatMap(form -> JsonTypes.of(form).stream())
                .map(JsonType::noun)
                .collect(Collectors.joining(" or "));
    }

    private boolean isJson(Function<JsonType, Optional<?>> known) {
        try (JsonParser json = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            boolean isKnown = type(json.nextToken()).flatMap(known).isPresent();
            json.skipChildren();
            return isKnown && json.nextToken() == null;
        } catch (JacksonException e) {
            // a text that is not JSON stands for itself
            return false;
        }
    }

    private static Optional<JsonType> type(@Nullable JsonToken token) {
        if (token == null) {
            return Optional.empty();
        }
        return switch (token) {
            case VALUE_TRUE, VALUE_FALSE -> Optional.of(JsonType.FLAG);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(JsonType.NUMBER);
            case VALUE_STRING -> Optional.of(JsonType.TEXT);
            case START_ARRAY -> Optional.of(JsonType.LIST);
            case START_OBJECT -> Optional.of(JsonType.OBJECT);
            default -> Optional.empty();
        };
    }

    private Literal alternative(OneOf shape, JsonParser json) throws LiteralException {
        Optional<Alternative> alternative = type(json.currentToken()).flatMap(shape::of);
        expect(alternative.isPresent(), expected(shape), json.currentToken());
        Alternative found = alternative.orElseThrow();
        return new Literal.OfAlternative(found, value(found.component().shape(), json));
    }

    /** {@code text or a list}. */
    private static String expected(OneOf shape) {
        return shape.alternatives().stream()
                .map(alternative -> alternative.json().noun())
                .collect(Collectors.joining(" or "));
    }

    private Literal value(Shape shape, JsonParser json) throws LiteralException {
        if (shape instanceof OneOf oneOf) {
            return alternative(oneOf, json);
        }
        if (shape instanceof Custom custom) {
            return form(custom, json);
        }
        if (shape instanceof Shape.OptionalOf optional) {
            return json.currentToken() == JsonToken.VALUE_NULL ? new Literal.Absent() : value(optional.of(), json);
        }
        if (shape instanceof Sequence sequence) {
            return elements(sequence, json);
        }
        if (shape instanceof Mapping mapping) {
            return entries(mapping, json);
        }
        if (shape instanceof Shape.Anything) {
            return new TreeLiterals(json).value();
        }
        JsonToken found = json.currentToken();
        if (shape instanceof Shape.Flag) {
            expect(found == JsonToken.VALUE_TRUE || found == JsonToken.VALUE_FALSE, "true or false", found);
        } else if (shape instanceof Shape.Whole || shape instanceof Shape.Decimal) {
            expect(found == JsonToken.VALUE_NUMBER_INT || found == JsonToken.VALUE_NUMBER_FLOAT, "a number", found);
        } else if (!(shape instanceof Shape.Nested || shape instanceof Shape.Choice)) {
            expect(found == JsonToken.VALUE_STRING, "text in double quotes", found);
        }
        return Literals.single(shape, json.getString());
    }

    private Literal elements(Sequence shape, JsonParser json) throws LiteralException {
        expect(json.currentToken() == JsonToken.START_ARRAY, ARRAY, json.currentToken());
        List<Literal> values = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Literal value = value(shape.element(), json);
            if (!seen.add(elementIdentity(shape, value)) && shape.kind().isSet()) {
                throw new LiteralException("element %d of the set is there already".formatted(values.size() + 1));
            }
            values.add(value);
        }
        return new Literal.Elements(values);
    }

    private Literal entries(Mapping shape, JsonParser json) throws LiteralException {
        expect(json.currentToken() == JsonToken.START_OBJECT, OBJECT, json.currentToken());
        List<Literal.Entries.Entry> values = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            refuseHalf("key", name);
            Literal key = Literals.single(shape.key(), name);
            if (!seen.add(identity(shape.key(), key))) {
                throw new LiteralException("the key \"%s\" is there twice".formatted(name));
            }
            json.nextToken();
            values.add(new Literal.Entries.Entry(key, value(shape.value(), json)));
        }
        return new Literal.Entries(values);
    }

    /**
     * Refuses a name with half of a surrogate pair. A load cannot read such a name, though it can read such a text, written as an
     * escape.
     */
    static void refuseHalf(String kind, String name) throws LiteralException {
        if (Surrogates.hasHalf(name)) {
            throw new LiteralException("a %s holds half of a surrogate pair, which no file can".formatted(kind));
        }
    }

    /**
     * A key by which two values can be compared as Java compares them: {@code 1} and {@code 1.0} are the same double, {@code PT60S}
     * and {@code PT1M} the same duration.
     */
    private static Object identity(Shape shape, Literal literal) {
        if (shape instanceof Shape.OptionalOf optional) {
            return identity(optional.of(), literal);
        }
        if (literal instanceof Literal.Scalar scalar) {
            return scalar.kind().parse(scalar.text());
        }
        if (literal instanceof Literal.Number number && shape instanceof Shape.Decimal decimal) {
            return switch (decimal.precision()) {
                case FLOAT -> number.floatValue();
                case DOUBLE -> number.doubleValue();
                case BIG -> number.value();
            };
        }
        if (literal instanceof Literal.Elements elements && shape instanceof Sequence sequence) {
            List<Object> identities = elements.values().stream()
                    .map(value -> elementIdentity(sequence, value))
                    .toList();
            return sequence.kind().isSet() ? Set.copyOf(identities) : identities;
        }
        if (literal instanceof Literal.Entries entries && shape instanceof Mapping mapping) {
            return entries.values().stream()
                    .collect(Collectors.toMap(
                            entry -> identity(mapping.key(), entry.key()),
                            entry -> identity(mapping.value(), entry.value())));
        }
        if (literal instanceof Literal.OfAlternative of) {
            return identity(of.alternative().component().shape(), of.value());
        }
        return literal instanceof Literal.Tree tree ? TreeIdentity.of(tree.text()) : literal;
    }

    /** The key of an element. A sorted set compares its elements, so that {@code 1.0} and {@code 1.00} are the same there. */
    private static Object elementIdentity(Sequence shape, Literal value) {
        Object identity = identity(shape.element(), value);
        return shape.kind() == Sequence.Kind.SORTED_SET && identity instanceof BigDecimal number
                ? number.stripTrailingZeros()
                : identity;
    }

    private static void expect(boolean met, String expected, @Nullable JsonToken found) throws LiteralException {
        if (!met) {
            throw new LiteralException("%s was expected, and %s found".formatted(expected, inWords(found)));
        }
    }

    private static String inWords(@Nullable JsonToken token) {
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_STRING -> "text";
            case START_ARRAY -> "an array";
            case START_OBJECT -> "an object";
            default -> "something else";
        };
    }
}
