package dev.saveschema.cli.command;

import dev.saveschema.Backup;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveView;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import dev.saveschema.cli.terminal.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The files beside a save: its backups, and the copies that were kept aside. */
record Copies(List<Backup> backups, List<KeptCopy> kept) {

    static Copies of(SaveView<?> view) throws IOException {
        return new Copies(view.backups(), view.kept());
    }

    boolean isEmpty() {
        return backups.isEmpty() && kept.isEmpty();
    }

    void print(Page page) {
        Table table = new Table("file", "what", "when", "generation", "version", "bytes", "state");
        for (Backup backup : backups) {
            table.row(
                    Line.of(Ink.NAME, backup.copy().name()),
                    Line.of("backup"),
                    Line.of(backup.time()
                            .map(time -> "saved " + Words.time(time))
                            .orElse("")),
                    Line.of(
                            backup.generation().isPresent()
                                    ? "" + backup.generation().getAsLong()
                                    : ""),
                    Line.of(backup.version().isPresent() ? "" + backup.version().getAsInt() : ""),
                    size(backup.size()),
                    Words.state(backup.state()));
        }
        for (KeptCopy copy : kept) {
            table.row(
                    Line.of(Ink.NAME, copy.copy().name()),
                    Line.of("kept: " + copy.why().name().toLowerCase(Locale.ROOT)),
                    Line.of("kept " + Words.time(copy.time())),
                    Line.of(""),
                    Line.of(""),
                    size(copy.size()),
                    Line.of(""));
        }
        table.print(page, "  ");
    }

    private static Line size(long bytes) {
        return Line.of(String.format(Locale.ROOT, "%,d", bytes));
    }

    void addTo(ObjectNode json) {
        addBackupsTo(json);
        addKeptTo(json);
    }

    void addBackupsTo(ObjectNode json) {
        ArrayNode all = json.putArray("backups");
        for (Backup backup : backups) {
            ObjectNode each = all.addObject().put("file", backup.copy().name());
            backup.generation().ifPresent(generation -> each.put("generation", generation));
            backup.time().ifPresent(time -> each.put("time", time.toString()));
            backup.version().ifPresent(version -> each.put("version", version));
            each.put("size", backup.size()).put("state", backup.state().name());
        }
    }

    void addKeptTo(ObjectNode json) {
        ArrayNode aside = json.putArray("kept");
        for (KeptCopy copy : kept) {
            aside.addObject()
                    .put("file", copy.copy().name())
                    .put("why", copy.why().name())
                    .put("time", copy.time().toString())
                    .put("size", copy.size());
        }
    }
}
