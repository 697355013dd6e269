package dev.saveschema.processor.history.snapshot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes JSON that is easy to read in a diff. A value that fits on a line is on one line; any other value has a line for each
 * member or element. The same value always gives the same text, which ends with a newline.
 *
 * <pre>
 * {
 *   "level": {"type": "integer", "format": "int32"},
 *   "required": ["level"]
 * }
 * </pre>
 */
public final class JsonLayout {

    private static final int WIDTH = 120;
    private static final String INDENT = "  ";

    private JsonLayout() {}

    /** The document on as many lines as it takes. The outermost object always takes several. */
    public static String pretty(Json.Members document) {
        return broken(document, "") + "\n";
    }

    /** The value on one line. */
    public static String line(Json value) {
        if (value instanceof Json.Members members) {
            return members.values().entrySet().stream()
                    .map(member -> quoted(member.getKey()) + ": " + line(member.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Json.Elements elements) {
            return elements.values().stream().map(JsonLayout::line).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(value);
    }

    /** @param used the number of characters that the line has before the value, without the indent */
    private static String value(Json value, String indent, int used) {
        String line = line(value);
        return indent.length() + used + line.length() <= WIDTH || isEmpty(value) ? line : broken(value, indent);
    }

    private static boolean isEmpty(Json value) {
        return !(value instanceof Json.Members members && !members.values().isEmpty())
                && !(value instanceof Json.Elements elements
                        && !elements.values().isEmpty());
    }

    private static String broken(Json value, String indent) {
        String inner = indent + INDENT;
        if (value instanceof Json.Members members) {
            List<String> lines = members.values().entrySet().stream()
                    .map(member -> member(member, inner))
                    .toList();
            return lines("{", lines, "}", indent, inner);
        }
        List<String> lines = ((Json.Elements) value)
                .values().stream().map(element -> value(element, inner, 1)).toList();
        return lines("[", lines, "]", indent, inner);
    }

    private static String member(Map.Entry<String, Json> member, String indent) {
        String name = quoted(member.getKey()) + ": ";
        return name + value(member.getValue(), indent, name.length() + 1);
    }

    private static String lines(String open, Collection<String> lines, String close, String indent, String inner) {
        return lines.stream()
                .map(line -> "\n" + inner + line)
                .collect(Collectors.joining(",", open, "\n" + indent + close));
    }

    private static String scalar(Json value) {
        if (value instanceof Json.Text text) {
            return quoted(text.value());
        }
        if (value instanceof Json.Number number) {
            return number.value().toString();
        }
        if (value instanceof Json.Flag flag) {
            return Boolean.toString(flag.value());
        }
        if (value instanceof Json.Null) {
            return "null";
        }
        throw new AssertionError(value);
    }

    /** The text in quotes, with escapes for characters that an editor would not show. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); ) {
            int point = text.codePointAt(at);
            if (isPlain(point)) {
                quoted.append((char) point);
            } else {
                quoted.append(escaped(point));
            }
            at += Character.charCount(point);
        }
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int point) {
        return point >= ' ' && point <= '~' && point != '"' && point != '\\';
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isInvisible(point) ? unicode(point) : Character.toString(point);
        };
    }

    // The characters are given by range: categories differ between Unicode versions, and so between JDKs.
    private static boolean isInvisible(int point) {
        return point < 0x20
                || point >= 0x7f && point <= 0xa0
                || point >= 0x200b && point <= 0x200f
                || point >= 0x2028 && point <= 0x202e
                || point >= 0x2060 && point <= 0x206f
                || point >= 0xd800 && point <= 0xdfff
                || point == 0xfeff
                || point >= 0xfff0 && point <= 0xfffb;
    }

    private static String unicode(int point) {
        StringBuilder escapes = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            escapes.append("\\u%04x".formatted((int) unit));
        }
        return escapes.toString();
    }
}
