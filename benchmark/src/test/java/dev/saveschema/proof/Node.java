package dev.saveschema.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A value of a sound JSON document, with its place in the bytes.
 *
 * @param path the names and indexes that lead to the value
 * @param name the name with its quotes; empty for an element and for the document
 * @param from the first byte of the value
 * @param to the byte after the value
 */
record Node(List<Object> path, Span name, int from, int to, List<Node> children) {

    /** Some of a document's bytes. */
    record Span(int from, int to) {

        static final Span NONE = new Span(0, 0);
    }

    static Node of(byte[] document) {
        return new Scanner(document).value(List.of(), Span.NONE);
    }

    boolean isMember() {
        return name.to() > 0;
    }

    /** The beginning of the name, or of the value if it has none. */
    int start() {
        return isMember() ? name.from() : from;
    }

    String key() {
        return (String) path.get(path.size() - 1);
    }

    /** Visits everything below, from the outside in. */
    void forEach(Consumer<Node> visitor) {
        for (Node child : children) {
            visitor.accept(child);
            child.forEach(visitor);
        }
    }

    private static final class Scanner {

        private final String text;
        private int at;

        private Scanner(byte[] document) {
            text = new String(document, StandardCharsets.ISO_8859_1);
        }

        private Node value(List<Object> path, Span name) {
            skipSpace();
            int from = at;
            List<Node> children = new ArrayList<>();
            char first = text.charAt(at);
            if (first == '{' || first == '[') {
                container(path, first == '{', children);
            } else if (first == '"') {
                skipText();
            } else {
                while (",]} \n".indexOf(text.charAt(at)) < 0) {
                    at++;
                }
            }
            return new Node(path, name, from, at, children);
        }

        private void container(List<Object> path, boolean isObject, List<Node> children) {
            at++;
            skipSpace();
            while (text.charAt(at) != (isObject ? '}' : ']')) {
                List<Object> inner = new ArrayList<>(path);
                Span name = Span.NONE;
                if (isObject) {
                    int from = at;
                    skipText();
                    name = new Span(from, at);
                    inner.add(text.substring(from + 1, at - 1));
                    skipSpace();
                    at++; // the colon
                } else {
                    inner.add(children.size());
                }
                children.add(value(inner, name));
                skipSpace();
                if (text.charAt(at) == ',') {
                    at++;
                    skipSpace();
                }
            }
            at++;
        }

        private void skipText() {
            at++;
            while (text.charAt(at) != '"') {
                at += text.charAt(at) == '\\' ? 2 : 1;
            }
            at++;
        }

        private void skipSpace() {
            while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n')) {
                at++;
            }
        }
    }
}
