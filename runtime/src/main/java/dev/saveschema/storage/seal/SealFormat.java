package dev.saveschema.storage.seal;

import dev.saveschema.storage.SaveRequest;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The text between the values of a seal, for each format and layout. Layouts differ only in white space.
 *
 * @param hasVersions whether the seal says which versions may do what with the file
 * @param opening how a seal begins
 * @param tail from the quote after the sum to the end of the file
 */
record SealFormat(
        boolean hasVersions,
        String opening,
        String beforeGeneration,
        String beforeId,
        String beforeParent,
        String beforeTime,
        String beforeVersion,
        String beforeReads,
        String beforeWrites,
        String beforeBy,
        String beforeLength,
        String beforeSum,
        String tail) {

    /** The newest format. Format 1 is understood, too. */
    static final int FORMAT = 2;

    static final int SUM_DIGITS = 16;

    /** The digits in place of the sum, until that is known. */
    static final String NO_SUM = "0".repeat(SUM_DIGITS);

    private static final int WITHOUT_VERSIONS = 1;

    private static final SealFormat PRETTY = of(FORMAT, ",\n  ", ": ", ", ", "\"}\n}\n");
    private static final SealFormat COMPACT = of(FORMAT, ",", ":", ",", "\"}}\n");
    private static final SealFormat PRETTY_1 = of(WITHOUT_VERSIONS, ",\n  ", ": ", ", ", "\"}\n}\n");
    private static final SealFormat COMPACT_1 = of(WITHOUT_VERSIONS, ",", ":", ",", "\"}}\n");

    /** All forms that are understood, the most usual first. */
    static final List<SealFormat> ALL = List.of(PRETTY, COMPACT, PRETTY_1, COMPACT_1);

    static SealFormat of(Layout layout, Seal seal) {
        boolean pretty = layout == Layout.PRETTY;
        if (seal.versions().isKnown()) {
            return pretty ? PRETTY : COMPACT;
        }
        return pretty ? PRETTY_1 : COMPACT_1;
    }

    private static SealFormat of(int format, String before, String colon, String comma, String tail) {
        String opening = before + "\"$save\"";
        return new SealFormat(
                format > WITHOUT_VERSIONS,
                opening,
                opening + colon + "{\"v\"" + colon + format + comma + "\"gen\"" + colon,
                comma + "\"id\"" + colon + '"',
                '"' + comma + "\"parent\"" + colon + '"',
                '"' + comma + "\"time\"" + colon + '"',
                '"' + comma + "\"version\"" + colon,
                comma + "\"reads\"" + colon,
                comma + "\"writes\"" + colon,
                comma + "\"by\"" + colon,
                (format > WITHOUT_VERSIONS ? "" : "\"") + comma + "\"len\"" + colon,
                comma + "\"sum\"" + colon + '"',
                tail);
    }

    /** From the comma to the end of the file, with zeros for the sum. */
    String text(Seal seal, int bodyLength) {
        SealedVersions versions = seal.versions();
        StringBuilder text = new StringBuilder(SaveRequest.LARGEST_SEAL)
                .append(beforeGeneration)
                .append(seal.generation())
                .append(beforeId)
                .append(seal.id())
                .append(beforeParent)
                .append(seal.parent())
                .append(beforeTime)
                .append(text(seal.time()));
        if (hasVersions) {
            text.append(beforeVersion)
                    .append(versions.version())
                    .append(beforeReads)
                    .append(versions.reads())
                    .append(beforeWrites)
                    .append(versions.writes())
                    .append(beforeBy)
                    .append(versions.by());
        }
        text.append(beforeLength);
        return text.append(countingItself(bodyLength + text.length() + beforeSum.length()))
                .append(beforeSum)
                .append(NO_SUM)
                .append(tail)
                .toString();
    }

    /** As {@link Instant#toString}, without the formatter behind it; a seal has whole seconds. */
    private static String text(Instant time) {
        String text = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC)
                .toString();
        boolean isWholeMinute = text.length() == "2026-11-22T19:47".length();
        return text + (isWholeMinute ? ":00Z" : "Z");
    }

    // The number of bytes includes its own digits.
    private static int countingItself(int others) {
        int digits = 1;
        while (String.valueOf(others + digits).length() != digits) {
            digits++;
        }
        return others + digits;
    }
}
