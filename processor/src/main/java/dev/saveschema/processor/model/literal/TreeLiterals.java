package dev.saveschema.processor.model.literal;

import dev.saveschema.processor.model.Shape;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Copies JSON without white space, and refuses JSON that no file can hold. */
final class TreeLiterals {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonParser json;

    TreeLiterals(JsonParser json) {
        this.json = json;
    }

    /** The value at the current place. */
    Literal.Tree value() throws LiteralException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            copy(out);
        }
        return new Literal.Tree(text.toString());
    }

    /** A text as JSON. */
    static Literal.Tree text(String text) {
        StringWriter json = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), json)) {
            out.writeString(text);
        }
        return new Literal.Tree(json.toString());
    }

    private void copy(JsonGenerator out) throws LiteralException {
        JsonToken token = json.currentToken();
        if (token == null) {
            throw new LiteralException("it is empty; for null write null");
        }
        switch (token) {
            case START_OBJECT -> members(out);
            case START_ARRAY -> elements(out);
            case VALUE_STRING -> out.writeString(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(number());
            case VALUE_TRUE -> out.writeBoolean(true);
            case VALUE_FALSE -> out.writeBoolean(false);
            case VALUE_NULL -> out.writeNull();
            default -> throw new AssertionError(token);
        }
    }

    private void members(JsonGenerator out) throws LiteralException {
        Set<String> seen = new HashSet<>();
        out.writeStartObject();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonLiterals.refuseHalf("member", name);
            if (!seen.add(name)) {
                throw new LiteralException("the member \"%s\" is there twice".formatted(name));
            }
            out.writeName(name);
            json.nextToken();
            copy(out);
        }
        out.writeEndObject();
    }

    private void elements(JsonGenerator out) throws LiteralException {
        out.writeStartArray();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            copy(out);
        }
        out.writeEndArray();
    }

    private String number() throws LiteralException {
        NumberLiterals.decimal(Shape.Decimal.Precision.BIG, json.getString());
        return json.getString();
    }
}
