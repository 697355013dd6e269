package dev.saveschema.processor.history.typed;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Shape;
import java.util.Map;

/** A default of a file as the text of a {@code @Default}, in which constants have their names in Java. */
final class LiteralOf {

    private LiteralOf() {}

    static String text(Json value, Shape shape) {
        Json literal = named(value, shape);
        if (shape instanceof Shape.Anything || shape instanceof Shape.OneOf) {
            return literal.line();
        }
        return literal instanceof Json.Text text ? text.value() : literal.line();
    }

    private static Json named(Json value, Shape shape) {
        if (shape instanceof Shape.OptionalOf optional) {
            return named(value, optional.of());
        }
        if (shape instanceof Shape.Choice choice && value instanceof Json.Members members) {
            return members.get(choice.discriminator()).orElseThrow();
        }
        if (shape instanceof Shape.OneOf oneOf) {
            return value.type()
                    .flatMap(oneOf::of)
                    .map(alternative -> named(value, alternative.component().shape()))
                    .orElse(value);
        }
        if (shape instanceof Shape.Enumeration enumeration && value instanceof Json.Text text) {
            return Json.of(javaName(text.value(), enumeration));
        }
        if (shape instanceof Shape.Sequence sequence && value instanceof Json.Elements elements) {
            return new Json.Elements(elements.values().stream()
                    .map(element -> named(element, sequence.element()))
                    .toList());
        }
        if (shape instanceof Shape.Mapping mapping && value instanceof Json.Members members) {
            Json.Members renamed = Json.NOTHING;
            for (Map.Entry<String, Json> entry : members.values().entrySet()) {
                renamed = renamed.with(
                        text(Json.of(entry.getKey()), mapping.key()), named(entry.getValue(), mapping.value()));
            }
            return renamed;
        }
        return value;
    }

    private static String javaName(String jsonName, Shape.Enumeration enumeration) {
        return enumeration.constants().stream()
                .filter(constant -> constant.jsonName().equals(jsonName))
                .map(EnumConstant::name)
                .findFirst()
                .orElse(jsonName);
    }
}
