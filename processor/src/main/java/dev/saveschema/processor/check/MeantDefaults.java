package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Guesses the value that was meant by a {@code @Default} whose text is no value of its component's type. People write numbers as in
 * Java, lists without brackets, and spaces around either.
 */
final class MeantDefaults {

    private MeantDefaults() {}

    /** The first spelling that the component accepts, within its limits. */
    static Optional<String> of(Component component, String text) {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return Optional.empty();
        }
        // 1_000, +7, 100L, 5f, 5.0 and 0,5
        String number = bare.replace("_", "").replaceFirst("^\\+", "").replaceFirst("(?<=[0-9])[lLfFdD]$", "");
        return Stream.of(
                        bare,
                        bare.toLowerCase(Locale.ROOT),
                        bare.replace('_', '-'), // en_GB
                        number,
                        number.replaceFirst("\\.0*$", ""),
                        number.replace(',', '.'),
                        '[' + bare + ']',
                        listOfText(bare))
                .filter(spelling -> DefaultLimitCheck.allows(component, spelling))
                .findFirst();
    }

    private static String listOfText(String text) {
        return Stream.of(text.split(","))
                .map(element -> '"' + element.strip() + '"')
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
