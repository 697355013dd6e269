package dev.saveschema.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * A document as two readers see it: its tokens, one after the other, and how it ends.
 *
 * @param tokens what was read before anything that is no JSON, as texts that tell kinds and values apart
 * @param isWhole whether it is JSON to its end
 * @param offset where it is not, if the reader knows
 */
record Reading(List<String> tokens, boolean isWhole, long offset) {

    private static final JsonFactory JACKSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    static Reading byJackson(byte[] document) {
        List<String> tokens = new ArrayList<>();
        try (JsonParser parser = JACKSON.createParser(ObjectReadContext.empty(), document)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Reading(tokens, false, document.length);
            }
            int depth = 0;
            boolean isOver = false;
            for (JsonToken token = first; token != null; token = parser.nextToken()) {
                if (isOver) {
                    return new Reading(
                            tokens, false, parser.currentTokenLocation().getByteOffset());
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                isOver = depth == 0;
                tokens.add(
                        switch (token) {
                            case PROPERTY_NAME -> "name " + parser.currentName();
                            case VALUE_STRING -> "text " + parser.getString();
                            case VALUE_NUMBER_INT -> "whole " + parser.getBigIntegerValue();
                            case VALUE_NUMBER_FLOAT -> "decimal " + parser.getDoubleValue();
                            default -> token.asString();
                        });
            }
            return new Reading(tokens, true, document.length);
        } catch (JacksonException e) {
            return new Reading(tokens, false, e.getLocation().getByteOffset());
        }
    }

    /** Reads every value, or passes over all of them. */
    static Reading byScanner(byte[] document, boolean skipping) {
        List<String> tokens = new ArrayList<>();
        Defect[] defect = new Defect[1];
        int[] counted = {Integer.MAX_VALUE};
        Scanner in = new Scanner(document, true, (found, used) -> {
            if (defect[0] == null) {
                defect[0] = found;
                counted[0] = tokens.size();
            }
        });
        boolean isEmpty = in.first() == Token.NONE;
        Broken broken = null;
        if (skipping) {
            in.skip();
        } else {
            broken = read(in, tokens);
        }
        List<String> before = List.copyOf(tokens.subList(0, Math.min(tokens.size(), counted[0])));
        if (broken == null) {
            in.requireEnd();
        }
        boolean isWhole = !isEmpty && broken == null && defect[0] == null && !in.endedEarly() && in.isSound();
        long offset = broken == null ? document.length : broken.offset();
        return new Reading(before, isWhole, defect[0] == null ? offset : defect[0].offset());
    }

    private record Broken(int offset) {}

    private static @Nullable Broken read(Scanner in, List<String> tokens) {
        switch (in.token()) {
            case NONE -> {}
            case BROKEN -> {
                return new Broken(in.start());
            }
            case TRUE -> tokens.add("true");
            case FALSE -> tokens.add("false");
            case NULL -> tokens.add("null");
            case TEXT -> {
                String text = in.text();
                if (text == null) {
                    return new Broken(in.start());
                }
                tokens.add("text " + text);
            }
            case NUMBER -> {
                if (!in.isNumber()) {
                    return new Broken(in.start());
                }
                tokens.add(in.isWhole() ? "whole " + in.bigIntegerValue() : "decimal " + in.doubleValue());
                if (in.isWhole()
                        && in.isLong()
                        && in.longValue() != in.bigIntegerValue().longValueExact()) {
                    throw new AssertionError(in.numberText());
                }
            }
            case ARRAY -> {
                tokens.add("[");
                in.enter();
                while (in.nextElement() != Token.NONE) {
                    Broken broken = read(in, tokens);
                    if (broken != null) {
                        return broken;
                    }
                }
                if (!in.endedEarly()) {
                    tokens.add("]");
                }
            }
            case OBJECT -> {
                tokens.add("{");
                in.enter();
                NameTable none = NameTable.of(List.of());
                while (in.nextName(none, 0) != Scanner.END) {
                    tokens.add("name " + in.currentName());
                    in.value();
                    Broken broken = read(in, tokens);
                    if (broken != null) {
                        return broken;
                    }
                }
                if (!in.endedEarly()) {
                    tokens.add("}");
                }
            }
        }
        return null;
    }
}
