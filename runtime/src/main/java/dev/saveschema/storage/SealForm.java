package dev.saveschema.storage;

import dev.saveschema.storage.SaveRequest.Layout;

/** The white space of a layout; the rest of a seal is the same in both. */
record SealForm(String before, String colon, String comma, String end) {

    /** The format that is written, and the only one that is understood. */
    static final int FORMAT = 1;

    static final int SUM_DIGITS = 16;

    static final SealForm PRETTY = new SealForm(",\n  ", ": ", ", ", "}\n}\n");
    static final SealForm COMPACT = new SealForm(",", ":", ",", "}}\n");

    static SealForm of(Layout layout) {
        return layout == Layout.PRETTY ? PRETTY : COMPACT;
    }

    /** From the comma up to the first digit of the sum. */
    String head(Seal seal, int bodyLength) {
        String upToLength = beforeGeneration()
                + seal.generation()
                + beforeId()
                + seal.id()
                + beforeParent()
                + seal.parent()
                + beforeTime()
                + seal.time()
                + beforeLength();
        String afterLength = beforeSum();
        return upToLength + countingItself(bodyLength + upToLength.length() + afterLength.length()) + afterLength;
    }

    // The number of bytes includes its own digits.
    private static int countingItself(int others) {
        int digits = 1;
        while (String.valueOf(others + digits).length() != digits) {
            digits++;
        }
        return others + digits;
    }

    String beforeGeneration() {
        return before + member("$save") + "{" + member("v") + FORMAT + comma + member("gen");
    }

    String beforeId() {
        return comma + member("id") + '"';
    }

    String beforeParent() {
        return '"' + comma + member("parent") + '"';
    }

    String beforeTime() {
        return '"' + comma + member("time") + '"';
    }

    String beforeLength() {
        return '"' + comma + member("len");
    }

    String beforeSum() {
        return comma + member("sum") + '"';
    }

    /** From the quote after the sum to the end of the file. */
    String tail() {
        return '"' + end;
    }

    private String member(String name) {
        return '"' + name + '"' + colon;
    }
}
