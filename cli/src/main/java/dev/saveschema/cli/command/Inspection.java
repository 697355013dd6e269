package dev.saveschema.cli.command;

import dev.saveschema.Copy;
import dev.saveschema.LoadResult;
import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import dev.saveschema.cli.save.Checker.Check;
import dev.saveschema.cli.save.SaveFile;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a save is, and what a load would make of it.
 *
 * @param live empty if there are only copies beside it
 * @param by what it was checked by
 * @param check of the live file
 * @param load of the save, whichever copy it takes
 * @param keptAside what the next save would keep aside
 * @param all whether nothing is left out
 */
record Inspection(
        Path file,
        Optional<SaveFile> live,
        String by,
        Optional<Check> check,
        LoadResult<?> load,
        List<Copy> keptAside,
        Copies copies,
        boolean all)
        implements Answer {

    @Override
    public void print(Page page) {
        page.title(file.toString());
        live.ifPresent(save -> printFile(page, save));
        page.row("checked by", by);
        page.row("a load", outcome());
        if (!keptAside.isEmpty()) {
            page.row(
                    "next save",
                    "keeps aside "
                            + String.join(
                                    ", ", keptAside.stream().map(Copy::name).toList()));
        }
        live.ifPresent(save -> {
            page.space();
            new MemberTree(save.members(), repairs(), all).print(page);
        });
        if (!steps().isEmpty()) {
            page.space();
            page.title("Migration");
            steps().forEach(step -> page.print("  " + step));
        }
        if (!copies.isEmpty()) {
            page.space();
            page.title("Beside it");
            copies.print(page);
        }
    }

    private static void printFile(Page page, SaveFile save) {
        page.row(
                "version",
                save.version().isPresent() ? Integer.toString(save.version().getAsInt()) : "it says none");
        page.row(
                "state",
                Words.state(save.state())
                        .add(", " + Words.explained(save.state()))
                        .add(save.detail().isEmpty() ? "" : " (" + save.detail() + ")"));
        page.row("seal", save.seal().map(Words::seal).orElse("none that holds"));
        page.row("size", Words.bytes(save.bytes().length));
    }

    private Line outcome() {
        Line line = Words.outcome(load.outcome());
        String own = String.valueOf(file.getFileName());
        if (load.source().isEmpty()) {
            line.add(" with the defaults");
        } else if (!load.source().get().name().equals(own)) {
            return line.add(" from " + load.source().get().name());
        }
        int repairs = repairs().size();
        return repairs == 0
                ? line.add(", nothing to repair")
                : line.add(", ").add(Ink.BAD, Words.count(repairs, "repair")).add(" of the file");
    }

    private List<Repair> repairs() {
        return check.map(Check::repairs).orElse(List.of());
    }

    private List<MigratedStep> steps() {
        return check.map(Check::steps).orElse(List.of());
    }

    @Override
    public ObjectNode json() {
        ObjectNode json = Json.object().put("file", file.toString());
        live.ifPresent(save -> {
            json.put("size", save.bytes().length).put("state", save.state().name());
            json.put("detail", save.detail());
            save.version().ifPresent(version -> json.put("version", version));
            json.set("seal", Json.seal(save.seal()));
        });
        json.put("checkedBy", by).put("outcome", load.outcome().name());
        load.source().ifPresent(source -> json.put("source", source.name()));
        json.set("repairs", Json.repairs(repairs()));
        json.set("steps", Json.steps(steps()));
        copies.addTo(json);
        return json;
    }

    @Override
    public int exitCode() {
        boolean isUsed = repairs().isEmpty() && load.isClean() && live.isPresent();
        return isUsed ? ExitCode.FINE : ExitCode.FOUND;
    }
}
