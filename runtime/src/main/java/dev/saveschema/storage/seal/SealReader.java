package dev.saveschema.storage.seal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.saveschema.storage.SealedVersions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Judges the end of any file whatever: whether it is a seal, holding or broken, or one of a later format, or none.
 *
 * <p>A seal is only ever looked for at the very end. The text {@code "$save"} may occur in what a user wrote, too, but a quote
 * within a string is escaped, so the pattern, anchored at the last byte, cannot begin in one.
 */
final class SealReader {

    private static final String NAME = "\"$save\"";

    /** Longer than any seal can be. */
    static final int REACH = 1024;

    /** A seal of any format: it is the last member, flat, and says its format first. */
    private static final Pattern ANY_FORMAT = Pattern.compile(
            "\"\\$save\"\\s*+:\\s*+\\{\\s*+\"v\"\\s*+:\\s*+([1-9][0-9]{0,3})\\b[^{}]*+\\}\\s*+\\}\\s*+");

    private static final Pattern OPENING = Pattern.compile("\"\\$save\"\\s*+:\\s*+\\{");
    private static final Pattern GENERATION = Pattern.compile("\"gen\"\\s*+:\\s*+([0-9]{1,15})(?![0-9])");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*+:\\s*+\"([0-9a-f]{16})\"");

    /** The rest of a seal whose name lost a bit. */
    private static final Pattern NAMELESS = Pattern.compile("\"gen\"|\"sum\"");

    private static final List<Exact> EXACT =
            SealFormat.ALL.stream().map(Exact::of).toList();

    private SealReader() {}

    /** Judges bytes by the seal at their end. */
    static SealCheck of(byte[] file) {
        String end = end(file);
        return toTheLetter(file, end).orElseGet(() -> withoutAHoldingSeal(file, end));
    }

    private static String end(byte[] file) {
        int reach = Math.min(REACH, file.length);
        return new String(file, file.length - reach, reach, ISO_8859_1);
    }

    /** A seal of ours that holds. */
    private static Optional<SealCheck> toTheLetter(byte[] file, String end) {
        for (Exact exact : EXACT) {
            Optional<SealCheck> holds = exact.check(file, end);
            if (holds.isPresent()) {
                return holds;
            }
        }
        return Optional.empty();
    }

    static boolean mayBeWhole(byte[] end) {
        return new String(end, ISO_8859_1).contains(NAME);
    }

    static OptionalLong generationAt(byte[] end) {
        String text = new String(end, ISO_8859_1);
        int at = text.lastIndexOf(NAME);
        return at < 0 ? OptionalLong.empty() : number(GENERATION, text.substring(at));
    }

    private static SealCheck withoutAHoldingSeal(byte[] file, String end) {
        int at = end.lastIndexOf(NAME);
        if (at < 0) {
            return NAMELESS.matcher(end).find() ? brokenIfFlipped(end, file) : new SealCheck.None();
        }
        String rest = end.substring(at);
        Matcher any = ANY_FORMAT.matcher(rest);
        if (any.matches() && Integer.parseInt(any.group(1)) > SealFormat.FORMAT) {
            return holdsAsOurs(file, file.length - rest.length(), any) ? broken(rest, file) : newer(any, rest);
        }
        return OPENING.matcher(rest).lookingAt() ? broken(rest, file) : brokenIfFlipped(rest, file);
    }

    // One flipped bit makes a 1 a 3, 5 or 9, and a 2 a 3 or 6. A later format would not happen to have our sums.
    private static boolean holdsAsOurs(byte[] file, int skipped, Matcher any) {
        byte[] ours = file.clone();
        for (int format = 1; any.group(1).length() == 1 && format <= SealFormat.FORMAT; format++) {
            ours[skipped + any.start(1)] = (byte) ('0' + format);
            if (toTheLetter(ours, end(ours)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static SealCheck newer(Matcher any, String rest) {
        return new SealCheck.Newer(Integer.parseInt(any.group(1)), number(GENERATION, rest));
    }

    // An edit of a text contains no NUL, and no single bit that explains both sums: these speak of damage.
    private static SealCheck broken(String seal, byte[] file) {
        return broken(seal, nulIn(file).or(() -> flippedBitIn(file)));
    }

    /** An end that is a seal only if a bit of it was flipped. */
    private static SealCheck brokenIfFlipped(String seal, byte[] file) {
        Optional<String> flipped = flippedBitIn(file);
        return flipped.isPresent() ? broken(seal, nulIn(file).or(() -> flipped)) : new SealCheck.None();
    }

    private static SealCheck broken(String seal, Optional<String> damage) {
        return new SealCheck.Broken(number(GENERATION, seal), text(ID, seal), damage);
    }

    private static Optional<String> nulIn(byte[] file) {
        for (int at = 0; at < file.length; at++) {
            if (file[at] == 0) {
                return Optional.of("byte %d of it is NUL".formatted(at));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> flippedBitIn(byte[] file) {
        OptionalInt flipped = FlippedBit.in(file);
        return flipped.isPresent()
                ? Optional.of("one bit of byte %d is flipped".formatted(flipped.getAsInt()))
                : Optional.empty();
    }

    private static OptionalLong number(Pattern pattern, String text) {
        return text(pattern, text).map(Long::parseLong).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    private static Optional<String> text(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException notATime) {
            return Optional.empty(); // no seal of ours has such a time
        }
    }

    /** A seal to the letter. */
    private record Exact(boolean hasVersions, String opening, Pattern pattern) {

        private static final String HEX = "([0-9a-f]{16})";
        private static final String VERSION = "([1-9][0-9]{0,8})";

        static Exact of(SealFormat form) {
            String time = "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)";
            Pattern pattern = Pattern.compile(Pattern.quote(form.beforeGeneration()) + "([1-9][0-9]{0,14})"
                    + Pattern.quote(form.beforeId()) + HEX
                    + Pattern.quote(form.beforeParent()) + HEX
                    + Pattern.quote(form.beforeTime()) + time
                    + (form.hasVersions()
                            ? Pattern.quote(form.beforeVersion())
                                    + VERSION
                                    + Pattern.quote(form.beforeReads())
                                    + VERSION
                                    + Pattern.quote(form.beforeWrites())
                                    + VERSION
                                    + Pattern.quote(form.beforeBy())
                                    + VERSION
                            : "")
                    + Pattern.quote(form.beforeLength()) + "(?<length>[1-9][0-9]{0,9})"
                    + Pattern.quote(form.beforeSum()) + "(?<sum>[0-9a-f]{16})"
                    + Pattern.quote(form.tail()) + "\\z");
            return new Exact(form.hasVersions(), form.opening(), pattern);
        }

        Optional<SealCheck> check(byte[] file, String fileEnd) {
            Matcher found = pattern.matcher(fileEnd);
            int start = fileEnd.lastIndexOf(opening);
            if (start < 0 || !found.find(start)) {
                return Optional.empty();
            }
            int skipped = file.length - fileEnd.length();
            int length = skipped + found.start("sum");
            boolean intact = Long.parseLong(found.group("length")) == length
                    && sums(file, length) == HexFormat.fromHexDigitsToLong(found.group("sum"));
            return intact ? seal(found, skipped + start) : Optional.empty();
        }

        private static long sums(byte[] file, int length) {
            return Fingerprint.of(file, length).sums();
        }

        private SealedVersions versions(Matcher found) {
            return hasVersions
                    ? new SealedVersions(number(found, 5), number(found, 6), number(found, 7), number(found, 8))
                    : SealedVersions.NONE;
        }

        private static int number(Matcher found, int group) {
            return Integer.parseInt(found.group(group));
        }

        private Optional<SealCheck> seal(Matcher found, int bodyLength) {
            return instant(found.group(4)).map(time -> {
                long generation = Long.parseLong(found.group(1));
                Seal seal = new Seal(generation, found.group(2), found.group(3), time, versions(found));
                return new SealCheck.Holds(seal, bodyLength);
            });
        }
    }
}
