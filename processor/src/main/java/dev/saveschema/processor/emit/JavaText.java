package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;

/**
 * Text and characters as Java literals on one line, in ASCII: the file is written in whatever encoding the compiler was given,
 * which need not have every character.
 */
final class JavaText {

    private JavaText() {}

    /** The text in double quotes. */
    static CodeBlock quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.chars().forEach(c -> literal.append(c == '"' ? "\\\"" : escaped((char) c)));
        return CodeBlock.of("$L", literal.append('"'));
    }

    /** The character in single quotes. */
    static CodeBlock quoted(char letter) {
        return CodeBlock.of("'$L'", letter == '\'' ? "\\'" : escaped(letter));
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\\' -> "\\\\";
            // a unicode escape of a line end would end the line, even within quotes
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c >= ' ' && c <= '~' ? String.valueOf(c) : "\\u%04x".formatted((int) c);
        };
    }
}
