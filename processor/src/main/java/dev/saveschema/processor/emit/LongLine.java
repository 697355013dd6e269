package dev.saveschema.processor.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Breaks a line that is too long behind the parenthesis that reaches to its end, and puts the arguments on lines below. */
final class LongLine {

    private static final Pattern CHAIN = Pattern.compile("(?:Limit\\.\\w+|Subtypes\\.of)\\(.*\\)\\.\\w");
    private static final Pattern BRANCH = Pattern.compile("( *case \\d+ ->) (.*)");
    private static final Pattern LOOP = Pattern.compile("( *for \\(.* :) (.*)");
    private static final Pattern END = Pattern.compile("[);,]*|\\.(?:clamped|open)\\(\\);");
    private static final int LAST_DOT = 81;

    private LongLine() {}

    static List<String> broken(String line, int width, String continuation) {
        if (fits(line, width)) {
            return List.of(line);
        }
        String margin = line.substring(0, line.length() - line.stripLeading().length());
        Matcher branch = BRANCH.matcher(line);
        if (branch.matches()) {
            List<String> lines = new ArrayList<>(List.of(branch.group(1)));
            lines.addAll(broken(margin + "    " + branch.group(2), width, continuation));
            return lines;
        }
        String indent = margin + continuation;
        Matcher loop = LOOP.matcher(line);
        if (loop.matches()) {
            return List.of(loop.group(1), indent + loop.group(2));
        }
        int value = line.indexOf(" = ") + 2;
        if (value > 1 && fits(indent + line.substring(value + 1), width)) {
            return List.of(line.substring(0, value), indent + line.substring(value + 1));
        }
        int open = outermostCall(line);
        if (open < 0) {
            return List.of(line);
        }
        int close = matching(line, open);
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

    /** Whether a line can stay one line. In a chain of calls the last dot may not stand too far to the right. */
    private static boolean fits(String line, int width) {
        return line.length() <= width
                && (line.length() <= LAST_DOT
                        || lastDot(line) < LAST_DOT
                        || !CHAIN.matcher(line).find());
    }

    // = TextLimit.size(1, 24).clamped();
    private static int lastDot(String line) {
        int last = -1;
        for (int at = 0; at < line.length(); at = next(line, at)) {
            if (line.startsWith(").", at)) {
                last = at + 1;
            }
        }
        return last;
    }

    /** The first parenthesis whose partner is followed only by the end of the statement or the beginning of a body. */
    private static int outermostCall(String line) {
        if (line.strip().startsWith("for (")) {
            return -1;
        }
        for (int at = 0; at < line.length(); at = next(line, at)) {
            if (line.charAt(at) == '('
                    && matching(line, at) > at + 1
                    && isEnd(line.substring(matching(line, at) + 1))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isEnd(String rest) {
        return END.matcher(rest).matches() || rest.equals(" {");
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
            if (c == '(' || c == '<' || c == '{') {
                depth++;
            } else if (c == ')' || c == '}' || c == '>' && at > 0 && text.charAt(at - 1) != '-') {
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
