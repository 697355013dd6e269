package dev.saveschema.cli.command;

import dev.saveschema.Repair;
import dev.saveschema.cli.save.ShownPointer;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The members of a save as a tree, with their problems beside them. */
final class MemberTree {

    private static final int LONGEST_TEXT = 60;
    private static final int MOST_CHILDREN = 20;

    /** The column of the remarks, unless the line is longer. */
    private static final int REMARKS = 44;

    private final ObjectNode members;
    private final boolean all;
    private final Map<String, List<Repair>> repairs = new LinkedHashMap<>();

    /** The pointers to objects and arrays with a repair somewhere within them. */
    private final Set<String> around = new HashSet<>();

    MemberTree(ObjectNode members, List<Repair> found, boolean all) {
        this.members = members;
        this.all = all;
        for (Repair repair : found) {
            String pointer = ShownPointer.of(repair.pointer());
            repairs.computeIfAbsent(pointer, at -> new ArrayList<>()).add(repair);
            for (String at = pointer; !at.isEmpty(); ) {
                at = ShownPointer.parent(at);
                around.add(at);
            }
        }
    }

    void print(Page page) {
        remarks(page, "").forEach(remark -> page.print(Line.of("  ").add(remark)));
        children(page, members, "", "  ");
        repairs.values().stream()
                .flatMap(List::stream)
                .forEach(elsewhere -> page.print(Line.of("  ")
                        .add(Ink.BAD, page.glyphs().bad() + " ")
                        .add(Ink.NAME, elsewhere.place())
                        .add(": ")
                        .add(remark(elsewhere))));
    }

    private record Child(String label, String pointer, JsonNode value) {}

    private void children(Page page, JsonNode parent, String pointer, String indent) {
        List<Child> children = new ArrayList<>();
        if (parent.isObject()) {
            parent.properties()
                    .forEach(member -> children.add(new Child(
                            member.getKey(), ShownPointer.member(pointer, member.getKey()), member.getValue())));
        } else {
            for (int i = 0; i < parent.size(); i++) {
                children.add(new Child("[" + i + "]", ShownPointer.member(pointer, "" + i), parent.get(i)));
            }
        }
        List<Child> shown = new ArrayList<>();
        for (Child child : children) {
            if (all || shown.size() < MOST_CHILDREN || isRepairedIn(child.pointer())) {
                shown.add(child);
            }
        }
        List<String> missing = parent.isObject() ? missingIn(pointer, children) : List.of();
        int hidden = children.size() - shown.size();
        for (int i = 0; i < shown.size(); i++) {
            child(page, shown.get(i), indent, i == shown.size() - 1 && missing.isEmpty() && hidden == 0);
        }
        for (int i = 0; i < missing.size(); i++) {
            String at = missing.get(i);
            boolean isLast = i == missing.size() - 1 && hidden == 0;
            Line line =
                    Line.of(indent).add(Ink.LABEL, page.glyphs().branch(isLast)).add(Ink.LABEL, ShownPointer.name(at));
            print(page, line, at, indent + page.glyphs().trunk(isLast));
        }
        if (hidden > 0) {
            page.print(Line.of(indent)
                    .add(
                            Ink.LABEL,
                            page.glyphs().branch(true) + page.glyphs().more() + " " + hidden + " more (--all)"));
        }
    }

    private void child(Page page, Child child, String indent, boolean isLast) {
        boolean isOpened = child.value().isContainer()
                && (around.contains(child.pointer()) || child.value().toString().length() > LONGEST_TEXT);
        Line line = Line.of(indent)
                .add(Ink.LABEL, page.glyphs().branch(isLast))
                .add(Ink.NAME, child.label())
                .add(" ");
        line.add(
                isOpened
                        ? size(child.value())
                        : text(child.value(), page.glyphs().more()));
        String below = indent + page.glyphs().trunk(isLast);
        print(page, line, child.pointer(), below);
        if (isOpened) {
            children(page, child.value(), child.pointer(), below);
        }
    }

    /** Prints a line with its remarks: a single one beside it, several below it. */
    private void print(Page page, Line line, String pointer, String below) {
        List<Line> remarks = remarks(page, pointer);
        if (remarks.size() == 1) {
            page.print(line.padTo(REMARKS).add(remarks.get(0)));
        } else {
            page.print(line);
            remarks.forEach(remark -> page.print(Line.of(below).add(remark)));
        }
    }

    private List<Line> remarks(Page page, String pointer) {
        List<Repair> here = repairs.remove(pointer);
        return here == null
                ? List.of()
                : here.stream()
                        .map(repair ->
                                Line.of(Ink.BAD, page.glyphs().bad() + " ").add(remark(repair)))
                        .toList();
    }

    private static Line remark(Repair repair) {
        return Line.of(Ink.BAD, repair.problem())
                .add(Ink.CHANGED, "; " + repair.used())
                .add(Ink.LABEL, "  " + repair.reason());
    }

    private boolean isRepairedIn(String pointer) {
        return repairs.containsKey(pointer) || around.contains(pointer);
    }

    /** The pointers to missing members of an object that have a repair. */
    private List<String> missingIn(String pointer, List<Child> children) {
        Set<String> present = new HashSet<>();
        children.forEach(child -> present.add(child.pointer()));
        return repairs.keySet().stream()
                .filter(at -> !at.isEmpty() && ShownPointer.parent(at).equals(pointer) && !present.contains(at))
                .toList();
    }

    private static String size(JsonNode container) {
        return container.isObject()
                ? Words.count(container.size(), "member")
                : Words.count(container.size(), "element");
    }

    private String text(JsonNode value, String more) {
        String text = value.toString();
        return all ? text : Words.cut(text, more);
    }
}
