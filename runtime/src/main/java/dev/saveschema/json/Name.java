package dev.saveschema.json;

import java.nio.charset.StandardCharsets;

/** The bytes of a member's or constant's name in a document. Immutable. */
public final class Name {

    private final String text;
    private final Piece value;
    private final Piece first;
    private final Piece next;

    private Name(String text) {
        this.text = text;
        String quoted = new String(ByteWriter.quoted(text), StandardCharsets.UTF_8);
        this.value = piece(quoted);
        this.first = piece(quoted + ':');
        this.next = piece(',' + quoted + ':');
    }

    private static Piece piece(String text) {
        return Piece.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param text without quotes and escapes */
    public static Name of(String text) {
        return new Name(text);
    }

    /** The name in quotes, where it is a value. */
    public Piece value() {
        return value;
    }

    /** The name in quotes, and the colon. */
    Piece first() {
        return first;
    }

    /** A comma, the name in quotes, and the colon. */
    Piece next() {
        return next;
    }

    @Override
    public String toString() {
        return text;
    }
}
