package dev.saveschema.storage.seal;

import dev.saveschema.storage.SaveRequest.Layout;

/**
 * How a layout spells what stands between the values of a seal. Only the white space differs.
 *
 * @param opening how a seal begins
 * @param tail from the quote after the sum to the end of the file
 */
record SealFormat(
        String opening,
        String beforeGeneration,
        String beforeId,
        String beforeParent,
        String beforeTime,
        String beforeLength,
        String beforeSum,
        String tail) {

    /** The format that is written, and the only one that is understood. */
    static final int FORMAT = 1;

    static final int SUM_DIGITS = 16;

    static final SealFormat PRETTY = of(",\n  ", ": ", ", ", "\"}\n}\n");
    static final SealFormat COMPACT = of(",", ":", ",", "\"}}\n");

    static SealFormat of(Layout layout) {
        return layout == Layout.PRETTY ? PRETTY : COMPACT;
    }

    private static SealFormat of(String before, String colon, String comma, String tail) {
        String opening = before + "\"$save\"";
        return new SealFormat(
                opening,
                opening + colon + "{\"v\"" + colon + FORMAT + comma + "\"gen\"" + colon,
                comma + "\"id\"" + colon + '"',
                '"' + comma + "\"parent\"" + colon + '"',
                '"' + comma + "\"time\"" + colon + '"',
                '"' + comma + "\"len\"" + colon,
                comma + "\"sum\"" + colon + '"',
                tail);
    }

    /** From the comma up to the first digit of the sum. */
    String head(Seal seal, int bodyLength) {
        String upToLength = beforeGeneration
                + seal.generation()
                + beforeId
                + seal.id()
                + beforeParent
                + seal.parent()
                + beforeTime
                + seal.time()
                + beforeLength;
        return upToLength + countingItself(bodyLength + upToLength.length() + beforeSum.length()) + beforeSum;
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
