package dev.saveschema.processor.emit;

import java.util.ArrayList;
import java.util.List;

/** A line that is too long: broken behind the parenthesis that reaches to its end, with the arguments on lines below. */
final class LongLine {

    private LongLine() {}

    static List<String> broken(String line, int width, String continuation) {
        int open = line.length() <= width ? -1 : outermostCall(line);
        if (open < 0) {
            return List.of(line);
        }
        int close = matching(line, open);
        String indent = line.substring(0, line.length() - line.stripLeading().length()) + continuation;
        String arguments = line.substring(open + 1, close);
        String end = line.substring(close);
        List<String> lines = new ArrayList<>(List.of(line.substring(0, open + 1)));
        if (indent.length() + arguments.length() + end.length() <= width) {
            lines.add(indent + arguments + end);
            return lines;
        }
        List<String> each = arguments(arguments);
        for (int at = 0; at < each.size(); at++) {
            String rest = at < each.size() - 1 ? "," : end;
            lines.addAll(broken(indent + each.get(at) + rest, width, continuation));
        }
        return lines;
    }

    /** The first parenthesis whose partner is followed only by the end of the statement or the beginning of a body. */
    private static int outermostCall(String line) {
        for (int at = 0; at < line.length(); at = next(line, at)) {
            if (line.charAt(at) == '(' && isEnd(line.substring(matching(line, at) + 1))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEnd(String rest) {
        return rest.matches("[);,]*|\\.clamped\\(\\);") || rest.equals(" {");
    }

    private static int matching(String line, int open) {
        int depth = 0;
        for (int at = open; at < line.length(); at = next(line, at)) {
            if (line.charAt(at) == '(') {
                depth++;
            } else if (line.charAt(at) == ')' && --depth == 0) {
                return at;
            }
        }
        return line.length() - 1;
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < text.length(); at = next(text, at)) {
            char c = text.charAt(at);
            if (c == '(' || c == '<') {
                depth++;
            } else if (c == ')' || c == '>' && at > 0 && text.charAt(at - 1) != '-') {
                depth--;
            } else if (c == ',' && depth == 0) {
                arguments.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        arguments.add(text.substring(start).strip());
        return arguments;
    }

    /** The place behind a character, or behind the whole of a literal that begins here. */
    private static int next(String text, int at) {
        char quote = text.charAt(at);
        if (quote != '"' && quote != '\'') {
            return at + 1;
        }
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return end + 1;
    }
}
