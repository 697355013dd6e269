package dev.saveschema.processor.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The spelling of components' names in the file. The constants are those of {@code Naming}.
 *
 * <p>A word begins at a capital, and a run of capitals is one word with the plural's {@code s} that may follow it:
 * {@code userID} is {@code user_id}, {@code HTTPServer} is {@code http_server}, {@code userIDs} is {@code user_ids}. Digits
 * belong to the word before them: {@code level2Boss} is {@code level2_boss}. An underscore parts words too.
 */
public enum Spelling {
    AS_DECLARED,
    SNAKE_CASE,
    KEBAB_CASE;

    private static final Pattern BOUNDARY = Pattern.compile(
            "_+" // user_id
                    + "|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})" // user|Id, level2|Boss
                    + "|(?<=\\p{Lu})(?=\\p{Lu}(?!s(\\p{Lu}|$))\\p{Ll})"); // HTTP|Server, but not I|Ds

    public String of(String javaName) {
        return switch (this) {
            case AS_DECLARED -> javaName;
            case SNAKE_CASE -> joined(javaName, "_");
            case KEBAB_CASE -> joined(javaName, "-");
        };
    }

    private static String joined(String javaName, String separator) {
        return BOUNDARY.matcher(javaName).replaceAll(separator).toLowerCase(Locale.ROOT);
    }
}
