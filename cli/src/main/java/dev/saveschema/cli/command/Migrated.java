package dev.saveschema.cli.command;

import dev.saveschema.bulk.MigrationSummary;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import dev.saveschema.cli.terminal.Table;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The outcome of a migration, or of its dry run. */
record Migrated(int version, MigrationSummary summary, boolean all) implements Answer {

    private static final int MOST_LISTED = 10;

    @Override
    public void print(Page page) {
        long others = summary.overtaken();
        page.print(Line.of(
                        summary.isDryRun() ? Ink.CHANGED : Ink.GOOD,
                        "%s %d of %s to version %d"
                                .formatted(
                                        summary.isDryRun() ? "would migrate" : "migrated",
                                        summary.migrated(),
                                        Words.count(summary.seen(), "older save"),
                                        version))
                .add(others == 0 ? "" : "; %d saved or deleted by others meanwhile".formatted(others))
                .add(summary.isDryRun() && summary.migrated() > 0 ? "; nothing was changed, --yes migrates" : ""));
        if (summary.byReason().isEmpty()) {
            return;
        }
        page.space();
        page.title("Left as they are");
        Table reasons = new Table("reason", "saves");
        summary.byReason()
                .forEach((reason, count) -> reasons.row(Line.of(Ink.BAD, reason), Line.of(Long.toString(count))));
        reasons.print(page, "  ");
        page.space();
        List<MigrationSummary.Left> left = summary.left();
        for (MigrationSummary.Left each : all ? left : left.subList(0, Math.min(MOST_LISTED, left.size()))) {
            page.print(Line.of("  ")
                    .add(Ink.NAME, each.name())
                    .add(": ")
                    .add(Ink.BAD, each.reason())
                    .add(each.detail().isEmpty() ? "" : ", " + each.detail()));
        }
        if (!all && left.size() > MOST_LISTED) {
            page.print("  %s %d more (--all)".formatted(page.glyphs().more(), left.size() - MOST_LISTED));
        }
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object()
                .put("version", version)
                .put("dryRun", summary.isDryRun())
                .put("migrated", summary.migrated())
                .put("overtaken", summary.overtaken())
                .put("seen", summary.seen());
        ObjectNode reasons = json.putObject("leftByReason");
        summary.byReason().forEach(reasons::put);
        ArrayNode left = json.putArray("left");
        for (MigrationSummary.Left each : summary.left()) {
            left.addObject()
                    .put("name", each.name())
                    .put("reason", each.reason())
                    .put("detail", each.detail());
        }
        return json;
    }

    @Override
    public int exitCode() {
        boolean isDone = summary.byReason().isEmpty() && (!summary.isDryRun() || summary.migrated() == 0);
        return isDone ? ExitCode.FINE : ExitCode.FOUND;
    }
}
