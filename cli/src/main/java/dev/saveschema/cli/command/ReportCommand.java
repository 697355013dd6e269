package dev.saveschema.cli.command;

import dev.saveschema.Backup;
import dev.saveschema.Copy;
import dev.saveschema.KeptCopy;
import dev.saveschema.MigratedStep;
import dev.saveschema.cli.diff.Differences;
import dev.saveschema.cli.history.Lives;
import dev.saveschema.cli.report.Report;
import dev.saveschema.cli.report.ReportPage;
import dev.saveschema.cli.save.SaveFile;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema report}. */
@CommandLine.Command(
        name = "report",
        description = {
            "Writes a page for a browser about a save or a history: one file, without scripts, to send or to print.",
            "It shows the save with what is wrong marked in its text, its backups and how they differ, and with --history the life"
                    + " of its schema as a picture."
        },
        footer = {
            "",
            "Exit codes: 0 it is written; 3 there is no such save, or the page is there already.",
            "",
            "Examples:",
            "  saveschema report progress.json --program game.jar --html report.html",
            "  saveschema report --history src/main/saveschema --html history.html"
        })
final class ReportCommand extends Command {

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The save; not needed with --history.")
    private @Nullable Path file;

    @Mixin
    private CheckerOptions schema;

    @Option(names = "--html", paramLabel = "PAGE", required = true, description = "The page to write, a new file.")
    private Path html;

    @Option(names = "--overwrite", description = "Replace the page if it is there.")
    private boolean overwrite;

    @Override
    Answer answer() throws IOException {
        if (file == null && schema.history().isEmpty()) {
            throw misused("say what the report is about: a FILE, --history, or both");
        }
        List<Lives> lives = new ArrayList<>();
        if (schema.history().isPresent()) {
            HistoryTable.in(CheckerOptions.schemaDirectory(schema.history().get(), schema.id()))
                    .forEach(table -> lives.add(table.lives()));
        }
        String title = file == null
                ? "The life of "
                        + String.join(", ", lives.stream().map(Lives::id).toList())
                : String.valueOf(file.getFileName());
        Optional<Report.Save> save =
                file == null ? Optional.empty() : Optional.of(save(Inspection.of(file, schema, true)));
        write(ReportPage.of(new Report(title, save, lives)));
        return new Written(html);
    }

    private void write(String page) throws IOException {
        if (overwrite) {
            Files.writeString(html, page);
        } else {
            Files.writeString(html, page, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }
    }

    private static Report.Save save(Inspection inspection) {
        LinkedHashMap<String, String> facts = new LinkedHashMap<>();
        inspection.facts().forEach((label, text) -> facts.put(label, text.plain()));
        return new Report.Save(
                facts,
                inspection.live().map(SaveFile::bytes).orElse(new byte[0]),
                inspection.repairs(),
                inspection.steps().stream().map(MigratedStep::toString).toList(),
                copies(inspection));
    }

    private static List<Report.CopyOfIt> copies(Inspection inspection) {
        List<Report.CopyOfIt> copies = new ArrayList<>();
        for (Backup backup : inspection.copies().backups()) {
            String saved = backup.time()
                    .map(time -> "saved " + Words.time(time) + ", ")
                    .orElse("");
            copies.add(copy(inspection, backup.copy(), "backup, " + saved + backup.state()));
        }
        for (KeptCopy kept : inspection.copies().kept()) {
            copies.add(copy(
                    inspection,
                    kept.copy(),
                    "kept aside " + Words.time(kept.time()) + ", "
                            + kept.why().name().toLowerCase(Locale.ROOT)));
        }
        return copies;
    }

    private static Report.CopyOfIt copy(Inspection inspection, Copy copy, String facts) {
        try {
            SaveFile other = SaveFile.read(copy.path().orElseThrow());
            return new Report.CopyOfIt(
                    copy.name(),
                    facts,
                    inspection.live().map(live -> Differences.between(other.members(), live.members())));
        } catch (IOException refused) {
            return new Report.CopyOfIt(
                    copy.name(), facts + ", cannot be read: " + refused.getMessage(), Optional.empty());
        }
    }

    private record Written(Path html) implements Answer {

        @Override
        public void print(Page page) {
            page.print(Line.of(Ink.GOOD, "written ").add(html.toString()));
        }

        @Override
        public ObjectNode json() {
            return Json.object().put("html", html.toString());
        }

        @Override
        public int exitCode() {
            return ExitCode.FINE;
        }
    }
}
