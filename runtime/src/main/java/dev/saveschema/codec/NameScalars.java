package dev.saveschema.codec;

import java.net.URI;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The JDK's types that name something, as the text that is its name. A constant each, named for its type. */
public final class NameScalars {

    public static final Scalar<URI> URI =
            Scalar.of("a URI such as https://example.org/", java.net.URI::create, NameScalars::format);

    public static final Scalar<Locale> LOCALE =
            Scalar.of("a language tag such as en-GB", NameScalars::parseLocale, NameScalars::format);

    private NameScalars() {}

    // Locale.forLanguageTag takes what is well-formed at the beginning of a text, and passes over the rest.
    private static Locale parseLocale(String tag) {
        if (tag.isEmpty()) {
            throw new IllformedLocaleException("und is the tag of no language");
        }
        Locale locale = wellFormed(tag);
        // "UND" makes a locale that equals no other, with the tag of one that does
        return wellFormed(locale.toLanguageTag());
    }

    private static Locale wellFormed(String tag) {
        return new Locale.Builder().setLanguageTag(tag).build();
    }

    // A locale made by hand may have parts that no tag has. The JDK's own has an older name: no_NO_NY for nn_NO.
    private static @Nullable String format(Locale locale) {
        String tag = locale.toLanguageTag();
        return tag.equals("nn-NO") ? tag : exact(locale, tag, NameScalars::parseLocale);
    }

    // URI.relativize makes URIs that read as others.
    private static @Nullable String format(URI uri) {
        return exact(uri, uri.toString(), java.net.URI::create);
    }

    private static <T> @Nullable String exact(T value, String text, Function<String, T> parser) {
        try {
            return parser.apply(text).equals(value) ? text : null;
        } catch (IllegalArgumentException | IllformedLocaleException e) {
            // what its own class does not read is no text for it
            return null;
        }
    }
}
