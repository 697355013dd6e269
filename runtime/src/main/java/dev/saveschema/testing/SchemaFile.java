package dev.saveschema.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version's file in the history, as far as a test needs to know it. A compiler holds it against the sources, but is not always
 * run when only the file has changed.
 */
record SchemaFile(Path path) {

    /** The last member of the file: a digest of the text around its own digits. */
    private static final Pattern SUM = Pattern.compile("(?s)(.*\"sum\": \")([0-9a-f]{32})(\".*)");

    String text() {
        try {
            return Files.readString(path).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file is as it was when the version was locked. */
    boolean isAsLocked() {
        Matcher sum = SUM.matcher(text());
        return sum.matches() && digest(sum.group(1) + sum.group(3)).startsWith(sum.group(2));
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
