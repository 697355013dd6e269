package dev.saveschema.cli.command;

import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema explain}. */
@CommandLine.Command(
        name = "explain",
        description = {
            "Prints the page of a compile error or of a reason for a repair: the cause, and what to do.",
            "Without a code it lists them all."
        },
        footer = {"", "Exit codes: 0 here it is; 3 there is no such code."})
final class ExplainCommand extends Command {

    @Parameters(
            paramLabel = "CODE",
            arity = "0..1",
            defaultValue = "",
            description = "As in [SaveSchema/UnknownConstant] or OUT_OF_RANGE; case does not matter.")
    private String code;

    @Override
    Answer answer() throws IOException {
        ErrorsPage page = ErrorsPage.read();
        if (code.isEmpty()) {
            return new Listed(page.sections());
        }
        String wanted = code.replaceFirst("^\\[?SaveSchema/", "").replaceFirst("]$", "");
        Optional<ErrorsPage.Section> found = page.find(wanted);
        if (found.isEmpty()) {
            List<String> near = page.near(wanted);
            throw new IOException("there is no code " + wanted + "; "
                    + (near.isEmpty()
                            ? "'saveschema explain' lists them all"
                            : "similar ones: " + String.join(", ", near)));
        }
        return new Explained(found.get());
    }

    private record Explained(ErrorsPage.Section section) implements Answer {

        @Override
        public void print(Page page) {
            page.title(section.code());
            page.space();
            boolean isCode = false;
            for (String line : section.lines()) {
                if (line.startsWith("```")) {
                    isCode = !isCode;
                } else if (isCode) {
                    page.print(Line.of("    ").add(Ink.NAME, line));
                } else {
                    page.print(Line.of(line.replaceAll("\\[([^]]+)]\\([^)]+\\)", "$1")));
                }
            }
        }

        @Override
        public ObjectNode json() {
            return Json.object()
                    .put("code", section.code())
                    .put("chapter", section.chapter())
                    .put("page", String.join("\n", section.lines()));
        }

        @Override
        public int exitCode() {
            return ExitCode.FINE;
        }
    }

    private record Listed(List<ErrorsPage.Section> sections) implements Answer {

        @Override
        public void print(Page page) {
            String chapter = "";
            for (ErrorsPage.Section section : sections) {
                if (!section.chapter().equals(chapter)) {
                    chapter = section.chapter();
                    page.title(chapter);
                }
                page.print(Line.of("  ").add(Ink.NAME, section.code()));
            }
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object();
            ArrayNode codes = json.putArray("codes");
            sections.forEach(
                    section -> codes.addObject().put("code", section.code()).put("chapter", section.chapter()));
            return json;
        }

        @Override
        public int exitCode() {
            return ExitCode.FINE;
        }
    }
}
