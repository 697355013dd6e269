package dev.saveschema.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.saveschema.storage.SaveRequest.Layout;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sets and checks seals, on bytes: no JSON is parsed, and no bytes whatever make it throw.
 *
 * <p>A seal is only ever looked for at the very end. The text {@code "$save"} may occur in what a user wrote, too, but a quote
 * within a string is escaped, so the pattern, anchored at the last byte, cannot begin in one.
 */
final class SealText {

    private static final int FORMAT = 1;
    private static final int SUM_DIGITS = 16;

    /** Longer than any seal can be. */
    private static final int REACH = 1024;

    private static final Form PRETTY = new Form(",\n  ", ": ", ", ", "}\n}\n");
    private static final Form COMPACT = new Form(",", ":", ",", "}}\n");

    /** What every format of a seal has in common: it is the last member, flat, and says its format first. */
    private static final Pattern ANY_FORMAT = Pattern.compile(
            "\"\\$save\"\\s*+:\\s*+\\{\\s*+\"v\"\\s*+:\\s*+([1-9][0-9]{0,3})\\b[^{}]*+\\}\\s*+\\}\\s*+");

    private static final Pattern OPENING = Pattern.compile("\"\\$save\"\\s*+:\\s*+\\{");
    private static final Pattern GENERATION = Pattern.compile("\"gen\"\\s*+:\\s*+([0-9]{1,15})(?![0-9])");
    private static final Pattern ID = Pattern.compile("\"id\"\\s*+:\\s*+\"([0-9a-f]{16})\"");
    private static final Pattern TIME = Pattern.compile("\"time\"\\s*+:\\s*+\"([^\"]{20})\"");
    private static final Pattern LENGTH = Pattern.compile("\"len\"\\s*+:\\s*+([0-9]{1,15})(?![0-9])");

    private SealText() {}

    /**
     * The whole file: the body, the seal as its last member, and the closing brace.
     *
     * @param sums of the body; afterwards they are those of the whole file
     */
    static byte[] seal(byte[] body, Layout layout, Seal seal, RunningSums sums) {
        Form form = layout == Layout.PRETTY ? PRETTY : COMPACT;
        byte[] head = form.head(seal, body.length).getBytes(ISO_8859_1);
        byte[] tail = form.tail().getBytes(ISO_8859_1);
        int length = body.length + head.length;
        byte[] file = Arrays.copyOf(body, length + SUM_DIGITS + tail.length);
        System.arraycopy(head, 0, file, body.length, head.length);
        byte[] sum = digits(sums.add(head, 0, head.length)).getBytes(ISO_8859_1);
        System.arraycopy(sum, 0, file, length, SUM_DIGITS);
        System.arraycopy(tail, 0, file, length + SUM_DIGITS, tail.length);
        sums.add(file, length, SUM_DIGITS + tail.length);
        return file;
    }

    /** What the end of these bytes says about all of them. */
    static SealCheck check(byte[] file) {
        int reach = Math.min(REACH, file.length);
        String end = new String(file, file.length - reach, reach, ISO_8859_1);
        for (Form form : new Form[] {PRETTY, COMPACT}) {
            Optional<SealCheck> holds = form.check(file, end);
            if (holds.isPresent()) {
                return holds.get();
            }
        }
        return withoutAHoldingSeal(file, end);
    }

    private static SealCheck withoutAHoldingSeal(byte[] file, String end) {
        int at = end.lastIndexOf("\"$save\"");
        if (at < 0) {
            return new SealCheck.None();
        }
        String rest = end.substring(at);
        Matcher any = ANY_FORMAT.matcher(rest);
        if (any.matches() && Integer.parseInt(any.group(1)) > FORMAT) {
            int digit = file.length - rest.length() + any.start(1);
            return holdsAsOurs(file, digit) ? broken(rest, file.length) : newer(any, rest);
        }
        return OPENING.matcher(rest).lookingAt() ? broken(rest, file.length) : new SealCheck.None();
    }

    // One flipped bit makes a 1 a 3, 5 or 9. A later format would not happen to have our sums.
    private static boolean holdsAsOurs(byte[] file, int digit) {
        byte[] ours = file.clone();
        ours[digit] = '0' + FORMAT;
        return check(ours) instanceof SealCheck.Holds;
    }

    private static SealCheck newer(Matcher any, String rest) {
        return new SealCheck.Newer(Integer.parseInt(any.group(1)), number(GENERATION, rest));
    }

    private static SealCheck broken(String rest, int size) {
        return new SealCheck.Broken(
                number(GENERATION, rest), text(ID, rest), text(TIME, rest).flatMap(SealText::instant), sizeBy(rest));
    }

    // len counts the bytes before the sum; the sum and how the file ends come on top.
    private static OptionalLong sizeBy(String rest) {
        OptionalLong length = number(LENGTH, rest);
        int sum = rest.indexOf("\"sum\"");
        if (length.isEmpty() || sum < 0) {
            return OptionalLong.empty();
        }
        Form form = rest.endsWith(PRETTY.tail()) ? PRETTY : COMPACT;
        return OptionalLong.of(length.getAsLong() + SUM_DIGITS + form.tail().length());
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
            return Optional.empty(); // a seal that says so is not ours
        }
    }

    private static String digits(RunningSums sums) {
        return HexFormat.of().toHexDigits(sums.fingerprint().sums());
    }

    /** The white space of a layout; the rest of a seal is the same in both. */
    private record Form(String before, String colon, String comma, String end, Pattern pattern) {

        Form(String before, String colon, String comma, String end) {
            this(before, colon, comma, end, pattern(before, colon, comma, end));
        }

        private static Pattern pattern(String before, String colon, String comma, String end) {
            String hex = "([0-9a-f]{16})";
            String time = "([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)";
            return Pattern.compile(Pattern.quote(before + "\"$save\"" + colon + "{\"v\"" + colon + FORMAT)
                    + Pattern.quote(comma + "\"gen\"" + colon) + "([1-9][0-9]{0,17})"
                    + Pattern.quote(comma + "\"id\"" + colon + "\"") + hex
                    + Pattern.quote("\"" + comma + "\"parent\"" + colon + "\"") + hex
                    + Pattern.quote("\"" + comma + "\"time\"" + colon + "\"") + time
                    + Pattern.quote("\"" + comma + "\"len\"" + colon) + "([1-9][0-9]{0,9})"
                    + Pattern.quote(comma + "\"sum\"" + colon + "\"") + hex
                    + Pattern.quote("\"" + end) + "\\z");
        }

        /** From the comma up to the first digit of the sum. */
        String head(Seal seal, int bodyLength) {
            String upToLength = before + member("$save") + "{" + member("v") + FORMAT
                    + comma + member("gen") + seal.generation()
                    + comma + member("id") + '"' + seal.id() + '"'
                    + comma + member("parent") + '"' + seal.parent() + '"'
                    + comma + member("time") + '"' + seal.time() + '"'
                    + comma + member("len");
            String afterLength = comma + member("sum") + '"';
            return upToLength + countingItself(bodyLength + upToLength.length() + afterLength.length()) + afterLength;
        }

        private String member(String name) {
            return '"' + name + '"' + colon;
        }

        // The number of bytes includes its own digits.
        private static int countingItself(int others) {
            int digits = 1;
            while (String.valueOf(others + digits).length() != digits) {
                digits++;
            }
            return others + digits;
        }

        /** From the quote after the sum to the end of the file. */
        String tail() {
            return '"' + end;
        }

        Optional<SealCheck> check(byte[] file, String fileEnd) {
            Matcher found = pattern.matcher(fileEnd);
            int start = fileEnd.lastIndexOf(before + "\"$save\"");
            if (start < 0 || !found.find(start)) {
                return Optional.empty();
            }
            int skipped = file.length - fileEnd.length();
            int length = skipped + found.start(6);
            boolean intact = Long.parseLong(found.group(5)) == length
                    && digits(new RunningSums().add(file, 0, length)).equals(found.group(6));
            return intact ? seal(found, skipped + start) : Optional.empty();
        }

        private static Optional<SealCheck> seal(Matcher found, int bodyLength) {
            return instant(found.group(4)).map(time -> {
                long generation = Long.parseLong(found.group(1));
                return new SealCheck.Holds(new Seal(generation, found.group(2), found.group(3), time), bodyLength);
            });
        }
    }
}
