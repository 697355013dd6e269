package dev.saveschema.storage.slots;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that a slot may have. The rules are those of all systems together, and the same on each, so that a folder of slots can be
 * taken from one to another: what Windows cannot name, what macOS and Windows cannot tell apart, and what would lead out of the
 * folder.
 */
public final class SlotNames {

    /** A name also stands in the trash with a time and a token before it, and some encrypted file systems end at 143 bytes. */
    static final int MOST_BYTES = 100;

    private static final String OF_PATHS_OR_PATTERNS = "/\\:*?\"<>|";

    /** Names of devices, with any extension. Windows takes the raised digits for digits. */
    private static final Pattern DEVICE =
            Pattern.compile("(CON|PRN|AUX|NUL|CLOCK\\$|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³])[ ]*(\\..*)?");

    private static final Set<Integer> NO_CHARACTERS = Set.of((int) Character.SURROGATE, (int) Character.PRIVATE_USE);
    private static final Set<Integer> INVISIBLE =
            Set.of((int) Character.FORMAT, (int) Character.LINE_SEPARATOR, (int) Character.PARAGRAPH_SEPARATOR);

    private SlotNames() {}

    /** Why no slot can have this name; empty if one can. */
    public static Optional<String> refusal(String name) {
        if (name.isBlank()) {
            return Optional.of("it is empty");
        }
        Optional<String> character = name.codePoints()
                .mapToObj(SlotNames::refusal)
                .flatMap(Optional::stream)
                .findFirst();
        return character.or(() -> refusalOfTheWhole(name));
    }

    private static Optional<String> refusal(int character) {
        if (OF_PATHS_OR_PATTERNS.indexOf(character) >= 0) {
            return Optional.of("it contains " + Character.toString(character));
        }
        int type = Character.getType(character);
        if (Character.isISOControl(character)) {
            return Optional.of("it contains the control character " + number(character));
        }
        if (INVISIBLE.contains(type)) {
            return Optional.of("it contains the invisible character " + number(character));
        }
        return NO_CHARACTERS.contains(type) || isNoncharacter(character)
                ? Optional.of("it contains " + number(character) + ", which is not a character")
                : Optional.empty();
    }

    // Unassigned characters are allowed: a later Java knows more of them, and an older one must not hide its slots.
    private static boolean isNoncharacter(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF;
    }

    private static String number(int character) {
        return "U+%04X".formatted(character);
    }

    private static Optional<String> refusalOfTheWhole(String name) {
        if (name.startsWith(".")) {
            return Optional.of("it begins with a dot");
        }
        if (name.endsWith(".")) {
            return Optional.of("it ends with a dot");
        }
        if (isSpace(name.codePointAt(0)) || isSpace(name.codePointBefore(name.length()))) {
            return Optional.of("it begins or ends with a space");
        }
        if (DEVICE.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.of("Windows has a device of this name");
        }
        int bytes = name.getBytes(UTF_8).length;
        if (bytes > MOST_BYTES) {
            return Optional.of("it is %d bytes long in UTF-8, and %d is the most".formatted(bytes, MOST_BYTES));
        }
        if (!Normalizer.isNormalized(name, Normalizer.Form.NFC)) {
            return Optional.of("it is not in Unicode's composed form (NFC)");
        }
        return isSpelledHere(name)
                ? Optional.empty()
                : Optional.of("the language that this program runs in (sun.jnu.encoding=%s) has no form for it"
                        .formatted(System.getProperty("sun.jnu.encoding")));
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isSpelledHere(String name) {
        try {
            return Path.of(name).toString().equals(name);
        } catch (InvalidPathException unmappable) {
            return false;
        }
    }

    /** A key that is equal for names which some system takes for one. */
    static String key(String name) {
        String same = Normalizer.normalize(name, Normalizer.Form.NFKC);
        // Upper case comes first, since some letters have two lower ones.
        String folded = same.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** The name of the slot that a folder lists so. Some systems list another form of a name than the one that was given. */
    static String ofListed(String listed) {
        return Normalizer.normalize(listed, Normalizer.Form.NFC);
    }
}
