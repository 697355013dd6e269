package dev.saveschema.processor.check;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.NameProblems;
import dev.saveschema.processor.problem.Problem;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id names files in the schema's history, on every system that may check them out. */
final class IdCheck implements Check {

    private static final Pattern USABLE = Pattern.compile("[a-z0-9][a-z0-9._-]*");
    private static final Pattern RESERVED_ON_WINDOWS = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final int LONGEST = 100;

    @Override
    public List<Problem> check(SchemaModel schema) {
        String id = schema.id();
        return hindrance(id).map(reason -> NameProblems.unusableId(schema.idOrigin(), id, reason, usable(id))).stream()
                .toList();
    }

    private static Optional<String> hindrance(String id) {
        if (id.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (id.length() > LONGEST) {
            return Optional.of("it has more than %d characters".formatted(LONGEST));
        }
        if (RESERVED_ON_WINDOWS.matcher(id).matches()) {
            return Optional.of("Windows keeps that name for a device");
        }
        if (id.endsWith(".")) {
            return Optional.of("Windows drops a dot at the end");
        }
        return USABLE.matcher(id).matches() ? Optional.empty() : Optional.of(wrongLetter(id));
    }

    private static String wrongLetter(String id) {
        String wrong = id.replaceAll("[a-z0-9._-]", "");
        return wrong.isEmpty()
                ? "it begins with \"%s\"".formatted(id.charAt(0))
                : "it has \"%s\" in it".formatted(wrong.substring(0, wrong.offsetByCodePoints(0, 1)));
    }

    /** The id without the characters that are not allowed: {@code player-profile} for {@code Player Profile}. */
    private static String usable(String id) {
        String plain = Normalizer.normalize(id, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9._]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("[._-]+$", "");
        return hindrance(cut).isEmpty() ? cut : "save";
    }
}
