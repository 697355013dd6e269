package dev.saveschema.processor.history.head;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.JsonText;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.model.literal.Literal;
import dev.saveschema.processor.model.literal.LiteralException;
import dev.saveschema.processor.model.literal.Literals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON that a saver would write for a default, if it is known before a program runs. The default of a factory is not known. */
final class DefaultJson {

    private final SchemaModel schema;

    DefaultJson(SchemaModel schema) {
        this.schema = schema;
    }

    Optional<Json> of(Component component) {
        if (component.fallback() instanceof Fallback.Literal written) {
            Literal literal = parsed(component.shape(), written.text());
            return literal instanceof Literal.OfSubtype chosen
                    ? ofSubtype(component.shape(), chosen.subtype())
                    : Optional.of(json(literal));
        }
        return component.fallback() instanceof Fallback.Undeclared ? undeclared(component.shape()) : Optional.empty();
    }

    private Optional<Json> undeclared(Shape shape) {
        if (shape instanceof Shape.Nested nested) {
            return record(nested);
        }
        if (shape instanceof Shape.Mapping) {
            return Optional.of(Json.NOTHING);
        }
        if (shape instanceof Shape.Sequence) {
            return Optional.of(new Json.Elements(List.of()));
        }
        return shape instanceof Shape.OptionalOf ? Optional.of(new Json.Null()) : Optional.empty();
    }

    private Optional<Json> ofSubtype(Shape shape, Subtype subtype) {
        String discriminator = shape instanceof Shape.OptionalOf optional
                ? ((Shape.Choice) optional.of()).discriminator()
                : ((Shape.Choice) shape).discriminator();
        return record(subtype.record()).map(record -> {
            Map<String, Json> members = new LinkedHashMap<>();
            members.put(discriminator, Json.of(subtype.jsonName()));
            members.putAll(((Json.Members) record).values());
            return new Json.Members(members);
        });
    }

    private Optional<Json> record(Shape.Nested nested) {
        Map<String, Json> members = new LinkedHashMap<>();
        for (Component component : schema.record(nested).components()) {
            Optional<Json> value = of(component);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            members.put(component.jsonName(), value.get());
        }
        return Optional.of(new Json.Members(members));
    }

    private static Literal parsed(Shape shape, String text) {
        try {
            return Literals.parse(shape, text);
        } catch (LiteralException e) {
            throw new AssertionError("checked before: " + text, e);
        }
    }

    private static Json json(Literal literal) {
        if (literal instanceof Literal.Flag flag) {
            return Json.of(flag.value());
        }
        if (literal instanceof Literal.Absent) {
            return new Json.Null();
        }
        if (literal instanceof Literal.Number number) {
            return new Json.Number(number.value());
        }
        if (literal instanceof Literal.Text text) {
            return Json.of(text.value());
        }
        if (literal instanceof Literal.Constant constant) {
            return Json.of(constant.constant().jsonName());
        }
        if (literal instanceof Literal.OfAlternative of) {
            return json(of.value());
        }
        if (literal instanceof Literal.Scalar scalar) {
            return Json.of(scalar.text());
        }
        if (literal instanceof Literal.Tree tree) {
            return tree(tree.text());
        }
        if (literal instanceof Literal.Elements elements) {
            return new Json.Elements(
                    elements.values().stream().map(DefaultJson::json).toList());
        }
        if (literal instanceof Literal.Entries entries) {
            Map<String, Json> members = new LinkedHashMap<>();
            entries.values().forEach(entry -> members.put(key(entry.key()), json(entry.value())));
            return new Json.Members(members);
        }
        throw new AssertionError(literal);
    }

    private static Json tree(String text) {
        try {
            return JsonText.parse(text);
        } catch (JsonText.NotJsonException e) {
            throw new AssertionError("checked before: " + text, e);
        }
    }

    private static String key(Literal key) {
        Json json = json(key);
        return json instanceof Json.Text text
                ? text.value()
                : ((Json.Number) json).value().toString();
    }
}
