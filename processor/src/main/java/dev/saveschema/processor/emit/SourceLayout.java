package dev.saveschema.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lays out what JavaPoet prints as our formatter would leave it: short Javadoc and empty bodies on one line, a blank line
 * at the beginning of a class and before its first Javadoc, constants without blank lines between them, and calls that are too long for a line broken behind
 * their parenthesis.
 */
final class SourceLayout {

    private static final int WIDTH = 120;
    private static final String CONTINUATION = " ".repeat(8);

    // A generated source has hundreds of lines, and each is asked about: a pattern is tried only on a line that could
    // match.
    private static final Pattern CLASS = Pattern.compile("([a-z]+ )*class \\w+ .*\\{|([a-z]+ )*class \\w+ \\{");
    private static final Pattern NESTED_TYPE = Pattern.compile("public (record|enum|sealed interface) .*");

    private SourceLayout() {}

    static String of(String source) {
        List<String> lines = new ArrayList<>();
        for (String line : source.split("\n", -1)) {
            add(line, lines);
        }
        List<String> broken = new ArrayList<>();
        for (String line : lines) {
            broken.addAll(LongLine.broken(line, WIDTH, CONTINUATION));
        }
        return String.join("\n", broken);
    }

    private static void add(String line, List<String> lines) {
        String text = line.strip();
        if (text.equals("*/") && isOneLineJavadoc(lines)) {
            String sentence = removeLast(lines).strip().substring(1).strip();
            String opening = removeLast(lines);
            lines.add(opening + " " + sentence + " */");
        } else if (text.equals("}")
                && last(lines).endsWith(" {")
                && !last(lines).strip().startsWith("}")) {
            lines.add(removeLast(lines) + "}");
        } else if (isParameter(text, lines)) {
            String before = removeLast(lines);
            lines.add(before.endsWith("(") ? before + text : before + " " + text);
        } else if ((isNestedType(text) || text.equals("/**")) && last(lines).endsWith("{")) {
            lines.add("");
            lines.add(line);
        } else if (isEnumConstant(text) && last(lines).isEmpty() && isEnumConstant(beforeBlank(lines))) {
            removeLast(lines);
            lines.add(line);
        } else if (isClass(last(lines))) {
            lines.add("");
            lines.add(line);
        } else if (isConstant(text) && last(lines).isEmpty() && isConstant(beforeBlank(lines))) {
            removeLast(lines);
            lines.add(line);
        } else {
            lines.add(line);
        }
    }

    private static boolean isOneLineJavadoc(List<String> lines) {
        return lines.size() >= 2
                && last(lines).strip().startsWith("* ")
                && lines.get(lines.size() - 2).strip().equals("/**");
    }

    /** Whether a line continues the parameters of the method above it. JavaPoet breaks parameters at a width of its own. */
    private static boolean isParameter(String text, List<String> lines) {
        String before = last(lines).strip();
        boolean open =
                before.endsWith("(") || before.endsWith(",") && before.contains("(") || before.endsWith(" throws");
        return open && !before.contains("\"") && !text.isEmpty();
    }

    private static boolean isClass(String line) {
        return line.endsWith("{")
                && line.contains("class ")
                && CLASS.matcher(line.strip()).matches();
    }

    private static boolean isNestedType(String text) {
        return text.startsWith("public ") && NESTED_TYPE.matcher(text).matches();
    }

    private static boolean isEnumConstant(String text) {
        String line = text.strip();
        int end = line.endsWith(",") || line.endsWith(";") ? line.length() - 1 : line.length();
        for (int at = 0; at < end; at += Character.charCount(line.codePointAt(at))) {
            if (!Character.isJavaIdentifierPart(line.codePointAt(at))) {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isConstant(String text) {
        return text.strip().startsWith("private static final ") && text.endsWith(";");
    }

    private static String beforeBlank(List<String> lines) {
        return lines.size() < 2 ? "" : lines.get(lines.size() - 2);
    }

    private static String last(List<String> lines) {
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private static String removeLast(List<String> lines) {
        return lines.remove(lines.size() - 1);
    }
}
