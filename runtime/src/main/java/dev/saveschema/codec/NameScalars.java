package dev.saveschema.codec;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JDK's types for names, such as a URI, with the name as their text. Each is a constant with its type's name. */
public final class NameScalars {

    public static final Scalar<URI> URI =
            Scalar.of("a URI such as https://example.org/", java.net.URI::create, NameScalars::format);

    public static final Scalar<Locale> LOCALE =
            Scalar.of("a language tag such as en-GB", NameScalars::parseLocale, NameScalars::format);

    private NameScalars() {}

    // Locale.forLanguageTag would accept a text of which only the beginning is well-formed, and ignore the rest.
    private static Locale parseLocale(String tag) {
        if (tag.isEmpty()) {
            throw new IllformedLocaleException("und is the tag of no language");
        }
        Locale locale = wellFormed(tag);
        // "UND" would make a locale that equals no other, though its tag reads as one that does
        return wellFormed(locale.toLanguageTag());
    }

    private static Locale wellFormed(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }

    // A locale that was built by hand may have parts that no tag has; such a locale has no text. The JDK's no_NO_NY is
    // an older name for nn_NO.
    private static @Nullable String format(Locale locale) {
        String tag = locale.toLanguageTag();
        return tag.equals("nn-NO") ? tag : exact(locale, tag, NameScalars::parseLocale);
    }

    // URI.relativize makes URIs whose texts read as different URIs; these have no text.
    private static @Nullable String format(URI uri) {
        return exact(uri, uri.toString(), java.net.URI::create);
    }

    private static <T> @Nullable String exact(T value, String text, Function<String, T> parser) {
        try {
            return parser.apply(text).equals(value) ? text : null;
        } catch (IllegalArgumentException | IllformedLocaleException e) {
            // if the type's own parser does not read the text, the value has none
            return null;
        }
    }
}
