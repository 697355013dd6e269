package dev.saveschema.cli.command;

import dev.saveschema.Repair;
import dev.saveschema.cli.save.Checker;
import dev.saveschema.cli.save.Checker.Check;
import dev.saveschema.cli.save.Positions;
import dev.saveschema.cli.save.SaveFile;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema validate}. */
@CommandLine.Command(
        name = "validate",
        description = {
            "Says of each file whether a load uses it as it is; if not, a line for each repair, with line and column.",
            "For scripts and for tests of content that people write by hand. Changes nothing."
        },
        footer = {"", "Exit codes: 0 all are used as they are; 1 at least one is not; 3 one is not there."})
final class ValidateCommand extends Command {

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "The saves.")
    private List<Path> files;

    @Mixin
    private CheckerOptions schema;

    @Override
    Answer answer() throws IOException {
        Checker checker = schema.checker();
        List<Checked> checked = new ArrayList<>();
        for (Path file : files) {
            SaveFile save = SaveFile.read(file);
            checked.add(new Checked(save, checker.check(save), Positions.in(save.bytes())));
        }
        return new Validation(checker.by(), checked);
    }

    private record Checked(SaveFile save, Check check, Positions positions) {

        /** Prints the repairs in the form of compiler messages, so that editors find their places. */
        void print(Page page) {
            for (Repair repair : check.repairs()) {
                String place = positions
                        .of(repair.pointer())
                        .map(at -> ":" + at.line() + ":" + at.column())
                        .orElse("");
                page.print(Line.of(save.path() + place + ": ")
                        .add(Ink.NAME, repair.place())
                        .add(": ")
                        .add(Ink.BAD, repair.problem())
                        .add("; " + repair.used())
                        .add(Ink.LABEL, " [" + repair.reason() + "]"));
            }
            if (check.isClean()) {
                page.print(Line.of(save.path() + ": ").add(Ink.GOOD, "fine"));
            }
        }

        ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("file", save.path().toString())
                    .put("state", save.state().name());
            ArrayNode repairs = Json.repairs(check.repairs());
            for (int i = 0; i < repairs.size(); i++) {
                ObjectNode repair = (ObjectNode) repairs.get(i);
                positions
                        .of(check.repairs().get(i).pointer())
                        .ifPresent(at -> repair.put("line", at.line()).put("column", at.column()));
            }
            json.set("repairs", repairs);
            return json;
        }
    }

    private record Validation(String by, List<Checked> checked) implements Answer {

        @Override
        public void print(Page page) {
            checked.forEach(each -> each.print(page));
            long bad = checked.stream().filter(each -> !each.check().isClean()).count();
            if (checked.size() > 1) {
                page.print("%s, %s to repair; checked by %s".formatted(Words.count(checked.size(), "save"), bad, by));
            }
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object().put("checkedBy", by);
            ArrayNode all = json.putArray("files");
            checked.forEach(each -> all.add(each.json()));
            return json;
        }

        @Override
        public int exitCode() {
            return checked.stream().allMatch(each -> each.check().isClean()) ? ExitCode.FINE : ExitCode.FOUND;
        }
    }
}
