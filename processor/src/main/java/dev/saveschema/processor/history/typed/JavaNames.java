package dev.saveschema.processor.history.typed;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Makes names in Java of names in a file. Each name is given once. */
final class JavaNames {

    /** The keywords of Java, and the names that a record may not give to a component. */
    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final Set<String> taken = new HashSet<>(RESERVED);

    /** {@code current_step_id} and {@code current-step-id} as {@code currentStepId}. */
    String component(String name) {
        StringBuilder words = new StringBuilder();
        boolean isNext = false;
        for (int at = 0; at < name.length(); at++) {
            char c = name.charAt(at);
            if (!Character.isJavaIdentifierPart(c) || c == '_') {
                isNext = !words.isEmpty();
            } else {
                words.append(isNext ? Character.toUpperCase(c) : c);
                isNext = false;
            }
        }
        return free(words.toString(), "value");
    }

    /** {@code hard-mode} as {@code HARD_MODE}. */
    String constant(String name) {
        StringBuilder letters = new StringBuilder();
        name.codePoints()
                .forEach(point -> letters.appendCodePoint(Character.isJavaIdentifierPart(point) ? point : '_'));
        return free(letters.toString().toUpperCase(Locale.ROOT), "CONSTANT");
    }

    private String free(String wish, String otherwise) {
        String base = wish.isEmpty() ? otherwise : wish;
        if (!Character.isJavaIdentifierStart(base.charAt(0))) {
            base = "_" + base;
        }
        String name = base;
        for (int number = 2; !taken.add(name); number++) {
            name = base + number;
        }
        return name;
    }
}
