package dev.saveschema.proof;

import dev.saveschema.proof.Mutant.Kind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Everything that can be done to one save, one thing at a time. */
final class Mutants {

    private static final List<Object> UNKNOWN = List.of("unknown");

    private final byte[] save;
    private final Node root;
    private final Consumer<Mutant> consumer;

    private Mutants(byte[] save, Consumer<Mutant> consumer) {
        this.save = save;
        this.root = Node.of(save);
        this.consumer = consumer;
    }

    static void of(byte[] save, Consumer<Mutant> consumer) {
        Mutants mutants = new Mutants(save, consumer);
        mutants.replaceValues();
        mutants.misspellValues();
        mutants.misspellSeparators(mutants.root);
        mutants.root.forEach(mutants::misspellSeparators);
        mutants.misspellNames();
        mutants.surround();
        mutants.deleteAndDuplicate(mutants.root);
        mutants.root.forEach(mutants::deleteAndDuplicate);
        mutants.swap(mutants.root);
        mutants.root.forEach(mutants::swap);
        mutants.rename(mutants.root);
        mutants.root.forEach(mutants::rename);
        mutants.truncate();
        mutants.flip();
    }

    private void replaceValues() {
        root.forEach(node -> {
            for (Hostile hostile : Hostile.VALUES) {
                emit(
                        Kind.VALUE_REPLACED,
                        node.path() + " by " + hostile.what(),
                        spliced(node.from(), node.to(), hostile.bytes()),
                        List.of(node.path()),
                        node.from(),
                        hostile.isJson());
            }
        });
    }

    private void misspellValues() {
        root.forEach(node -> {
            for (Hostile hostile : Hostile.MISSPELT) {
                misspell(Kind.VALUE_MISSPELT, node, hostile, true);
            }
            for (Hostile hostile : Hostile.DAMAGED) {
                misspell(Kind.VALUE_DAMAGED, node, hostile, false);
            }
        });
    }

    private void misspell(Kind kind, Node node, Hostile hostile, boolean isReadAsAWhole) {
        emit(
                kind,
                node.path() + " by " + hostile.what(),
                spliced(node.from(), node.to(), hostile.bytes()),
                List.of(node.path()),
                node.from(),
                isReadAsAWhole);
    }

    /** Misspells separators in ways whose meaning is beyond doubt, so that nothing is lost. */
    private void misspellSeparators(Node container) {
        List<Node> children = container.children();
        for (int at = 0; at < children.size(); at++) {
            Node child = children.get(at);
            boolean isLast = at == children.size() - 1;
            separator(child, "a comma too many", child.to(), child.to(), ",");
            separator(child, "commas too many", child.to(), child.to(), ", ,\n,");
            separator(child, "a comment to the end of the line", child.start(), child.start(), "// \"mine\": {\n");
            separator(child, "a comment behind it", child.to(), child.to(), "/* , ] } */");
            if (!isLast && "\"{[".indexOf(save[children.get(at + 1).start()]) >= 0) {
                separator(
                        child,
                        "no comma behind it",
                        child.to(),
                        children.get(at + 1).start(),
                        "\n ");
            }
        }
    }

    private void separator(Node child, String what, int from, int to, String instead) {
        byte[] bytes = spliced(from, to, instead.getBytes(StandardCharsets.UTF_8));
        emit(Kind.SEPARATOR_MISSPELT, child.path() + " with " + what, bytes, List.of(), from, true);
    }

    /** A member goes with its name. */
    private void misspellNames() {
        root.forEach(node -> {
            if (!node.isMember()) {
                return;
            }
            for (String name : List.of("name", "$name_1", "'name'", "'it\\'s'", "\"bad \\q\"", "\"C:\\Users\"")) {
                emit(
                        Kind.NAME_MISSPELT,
                        node.path() + " by " + name,
                        spliced(node.name().from(), node.name().to(), name.getBytes(StandardCharsets.UTF_8)),
                        List.of(node.path()),
                        node.name().from(),
                        true);
            }
        });
    }

    /** Surrounds the document with text of other programs, by which nothing is lost. */
    private void surround() {
        for (String before : List.of("\uFEFF", "// mine\n", "/* {\"a\": 1} */", "\uFEFF \t\r\n")) {
            emit(Kind.SURROUNDED, "after " + before, bytes(before, save), List.of(), 0, true);
        }
        for (String behind : List.of(" bye", "\n// the end", "/* } */", "\u00fc", " 5 + 5")) {
            byte[] bytes = spliced(save.length, save.length, behind.getBytes(StandardCharsets.UTF_8));
            emit(Kind.SURROUNDED, "before " + behind, bytes, List.of(), save.length, true);
        }
    }

    private void deleteAndDuplicate(Node container) {
        List<Node> children = container.children();
        for (int at = 0; at < children.size(); at++) {
            Node child = children.get(at);
            boolean isLast = at == children.size() - 1;
            int from = isLast && at > 0 ? children.get(at - 1).to() : child.start();
            int to = isLast ? child.to() : children.get(at + 1).start();
            emit(
                    Kind.MEMBER_DELETED,
                    child.path().toString(),
                    spliced(from, to, new byte[0]),
                    List.of(child.path()),
                    from,
                    true);
            byte[] again = bytes(", ", Arrays.copyOfRange(save, child.start(), child.to()));
            emit(
                    Kind.MEMBER_DUPLICATED,
                    child.path().toString(),
                    spliced(child.to(), child.to(), again),
                    child.isMember() ? List.of() : List.of(child.path()),
                    child.to(),
                    true);
            if (child.isMember()) {
                byte[] other = bytes(
                        ", ",
                        Arrays.copyOfRange(save, child.start(), child.name().to()));
                emit(
                        Kind.MEMBER_DUPLICATED,
                        child.path() + " with another value",
                        spliced(child.to(), child.to(), bytes(other, ": [{}]")),
                        List.of(child.path()),
                        child.to(),
                        true);
            }
        }
    }

    private void swap(Node container) {
        List<Node> children = container.children();
        for (int left = 0; left < children.size(); left++) {
            for (int right = left + 1; right < children.size(); right++) {
                Node a = children.get(left);
                Node b = children.get(right);
                List<List<Object>> both = List.of(a.path(), b.path());
                String what = a.path() + " and " + b.path();
                emit(Kind.VALUES_SWAPPED, what, swapped(a.from(), a.to(), b.from(), b.to()), both, a.from(), true);
                if (a.isMember()) {
                    byte[] moved = swapped(a.start(), a.to(), b.start(), b.to());
                    emit(Kind.MEMBERS_SWAPPED, what, moved, List.of(), a.start(), true);
                }
            }
        }
    }

    private void rename(Node container) {
        List<Node> members =
                container.children().stream().filter(Node::isMember).toList();
        for (Node member : members) {
            List<Object> outer = member.path().subList(0, member.path().size() - 1);
            List<String> names = new ArrayList<>(List.of("other", "", "\\u001b[2J", "$save"));
            members.stream().filter(each -> each != member).limit(3).forEach(each -> names.add(each.key()));
            for (String name : names) {
                List<Object> renamed = new ArrayList<>(outer);
                renamed.add(name.equals("\\u001b[2J") ? "\u001b[2J" : name);
                emit(
                        Kind.NAME_REPLACED,
                        member.path() + " by " + name,
                        spliced(
                                member.name().from() + 1,
                                member.name().to() - 1,
                                name.getBytes(StandardCharsets.UTF_8)),
                        List.of(member.path(), renamed, UNKNOWN),
                        member.name().from(),
                        true);
            }
        }
    }

    private void truncate() {
        for (int length = 0; length < save.length - 1; length++) {
            List<List<Object>> touched = touchedAt(length);
            boolean isJson = length > root.to();
            emit(Kind.TRUNCATED, "at " + length, Arrays.copyOf(save, length), touched, length, isJson);
        }
    }

    private void flip() {
        for (int at = 0; at < save.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = save.clone();
                flipped[at] ^= (byte) (1 << bit);
                emit(Kind.BIT_FLIPPED, "bit " + bit + " of byte " + at, flipped, touchedAt(at), at, false);
            }
        }
    }

    /** The member at a byte, and what it may be called instead if that is in its name. */
    private List<List<Object>> touchedAt(int at) {
        for (Node member : root.children()) {
            if (member.start() <= at && at < member.to()) {
                return List.of(List.of(member.key()), UNKNOWN);
            }
        }
        return List.of();
    }

    private void emit(Kind kind, String what, byte[] bytes, List<List<Object>> touched, int from, boolean isJson) {
        consumer.accept(new Mutant(kind, what, bytes, touched, from, isJson));
    }

    private byte[] spliced(int from, int to, byte[] instead) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(save, 0, from);
        out.writeBytes(instead);
        out.write(save, to, save.length - to);
        return out.toByteArray();
    }

    private byte[] swapped(int from, int to, int otherFrom, int otherTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(save, 0, from);
        out.write(save, otherFrom, otherTo - otherFrom);
        out.write(save, to, otherFrom - to);
        out.write(save, from, to - from);
        out.write(save, otherTo, save.length - otherTo);
        return out.toByteArray();
    }

    private static byte[] bytes(String before, byte[] after) {
        return bytes(before.getBytes(StandardCharsets.UTF_8), new String(after, StandardCharsets.UTF_8));
    }

    private static byte[] bytes(byte[] before, String after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(before);
        out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }
}
