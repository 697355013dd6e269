package dev.saveschema.cli.command;

import dev.saveschema.cli.history.Life;
import dev.saveschema.cli.history.Lives;
import dev.saveschema.cli.terminal.Glyphs;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.HistoryDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of one schema as a table. */
record HistoryTable(Lives lives, List<History.Unusable> unusable) {

    /**
     * The tables of the histories in a folder, or of the one schema that the folder belongs to.
     *
     * @throws IOException if there is no history, or it cannot be read
     */
    static List<HistoryTable> in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new NoSuchFileException(directory.toString());
        }
        List<String> ids = new HistoryDirectory(directory).ids();
        List<HistoryTable> tables = new ArrayList<>();
        if (ids.isEmpty()) {
            Path schema = directory.toAbsolutePath().normalize();
            tables.add(of(
                    new HistoryDirectory(schema.getParent()),
                    schema.getFileName().toString()));
        } else {
            for (String id : ids) {
                tables.add(of(new HistoryDirectory(directory), id));
            }
        }
        if (tables.stream().allMatch(HistoryTable::isEmpty)) {
            throw new NoSuchFileException(directory + " has no version's file, such as progress/1.schema.json");
        }
        return tables;
    }

    private static HistoryTable of(HistoryDirectory directory, String id) throws IOException {
        History history = directory.read(id);
        return new HistoryTable(Lives.of(id, history), history.unusable());
    }

    private boolean isEmpty() {
        return lives.versions().isEmpty() && unusable.isEmpty();
    }

    void print(Page page) {
        page.title("%s, %s locked"
                .formatted(lives.id(), Words.count(lives.versions().size(), "version")));
        int names = lives.groups().stream()
                .flatMap(group -> group.lives().stream())
                .mapToInt(life -> life.name().codePointCount(0, life.name().length()))
                .max()
                .orElse(0);
        int begin = names + 6;
        Line head = Line.of("");
        for (int i = 0; i < lives.versions().size(); i++) {
            head.padTo(begin + columnOf(i)).add(Ink.LABEL, "" + lives.versions().get(i));
        }
        page.print(head);
        for (Lives.Group group : lives.groups()) {
            page.print(Line.of("  ").add(Ink.LABEL, group.name()));
            for (Life life : group.lives()) {
                Line line = Line.of("    ").add(isGone(life) ? Ink.LABEL : Ink.NAME, life.name());
                line.padTo(begin);
                lifeline(line, life, page.glyphs());
                line.padTo(begin + columnOf(lives.versions().size()) + 1).add(story(life));
                page.print(line);
            }
        }
        lives.steps()
                .forEach((version, methods) -> page.print(Line.of("  to " + version + ": ")
                        .add(Ink.CHANGED, String.join(", ", methods))
                        .add(" (code)")));
        for (History.Unusable file : unusable) {
            page.print(Line.of("  ").add(Ink.BAD, "version " + file.version() + ": " + fault(file)));
        }
    }

    /** The place of a version's column. Columns are wide enough for the version numbers. */
    private int columnOf(int index) {
        int column = 0;
        for (int i = 0; i < index; i++) {
            column += Math.max(3, Integer.toString(lives.versions().get(i)).length() + 1);
        }
        return column;
    }

    private void lifeline(Line line, Life life, Glyphs glyphs) {
        int begin = line.length();
        for (int i = 0; i < lives.versions().size(); i++) {
            int version = lives.versions().get(i);
            int width = columnOf(i + 1) - columnOf(i);
            boolean isThere = version >= life.born() && version <= life.last();
            boolean goesOn = isThere && i + 1 < lives.versions().size();
            String sign = sign(life, version, glyphs);
            line.add(ink(life, version), sign);
            line.add(Ink.GOOD, (goesOn ? glyphs.lives() : " ").repeat(width - 1));
        }
        assert line.length() == begin + columnOf(lives.versions().size());
    }

    private static String sign(Life life, int version, Glyphs glyphs) {
        if (version == life.born()) {
            return glyphs.born();
        }
        List<Life.Event> events = life.in(version);
        if (events.stream().anyMatch(event -> event.kind() == Life.Kind.REMOVED)) {
            return glyphs.gone();
        }
        if (events.isEmpty()) {
            return version > life.born() && version <= life.last() ? glyphs.lives() : " ";
        }
        boolean isOnlyCalledOtherwise =
                events.stream().allMatch(event -> event.kind() == Life.Kind.RENAMED || event.kind() == Life.Kind.MOVED);
        return isOnlyCalledOtherwise ? glyphs.renamed() : glyphs.changed();
    }

    private static Ink ink(Life life, int version) {
        List<Life.Event> events = life.in(version);
        if (events.stream().anyMatch(event -> event.kind() == Life.Kind.REMOVED)) {
            return Ink.BAD;
        }
        return events.isEmpty() ? Ink.GOOD : Ink.CHANGED;
    }

    private static boolean isGone(Life life) {
        return life.removal().isPresent();
    }

    private static Line story(Life life) {
        List<String> parts = new ArrayList<>();
        if (!life.type().isEmpty()) {
            parts.add(life.type());
        }
        life.events().forEach(event -> parts.add(event.version() + ": " + event.text()));
        return Line.of(isGone(life) ? Ink.LABEL : Ink.PLAIN, String.join("; ", parts));
    }

    private static String fault(History.Unusable file) {
        return switch (file.fault()) {
            case EDITED -> "its file was edited after it was locked";
            case IN_CONFLICT -> "its file has the marks of a merge";
            case NO_HISTORY_FILE -> file.reason();
        };
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("id", lives.id());
        ArrayNode versions = json.putArray("versions");
        lives.versions().forEach(versions::add);
        ArrayNode groups = json.putArray("definitions");
        for (Lives.Group group : lives.groups()) {
            ArrayNode members = groups.addObject().put("name", group.name()).putArray("members");
            group.lives().forEach(life -> members.add(json(life)));
        }
        ArrayNode steps = json.putArray("code");
        lives.steps().forEach((version, methods) -> {
            ArrayNode names = steps.addObject().put("to", version).putArray("methods");
            methods.forEach(names::add);
        });
        ArrayNode faults = json.putArray("unusable");
        unusable.forEach(
                file -> faults.addObject().put("version", file.version()).put("problem", fault(file)));
        return json;
    }

    private static ObjectNode json(Life life) {
        ObjectNode json =
                Json.object().put("name", life.name()).put("type", life.type()).put("since", life.born());
        life.removal().ifPresent(removal -> json.put("removed", removal.version()));
        ArrayNode events = json.putArray("events");
        life.events()
                .forEach(event -> events.addObject()
                        .put("version", event.version())
                        .put("kind", event.kind().name().toLowerCase(Locale.ROOT))
                        .put("text", event.text()));
        return json;
    }
}
