package dev.saveschema.cli.command;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.LoadResult;
import dev.saveschema.MigratedStep;
import dev.saveschema.Repair;
import dev.saveschema.SaveStore;
import dev.saveschema.SaveView;
import dev.saveschema.Schema;
import dev.saveschema.cli.save.Checker;
import dev.saveschema.cli.save.Checker.Check;
import dev.saveschema.cli.save.PlainSchema;
import dev.saveschema.cli.save.SaveFile;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A save as it is, and the result of a load.
 *
 * @param live the save's own file; empty if there are only copies beside it
 * @param by the means by which the save was checked
 * @param check the findings in the live file
 * @param load the load of the save, whichever copy it takes
 * @param keptAside the copies that the next save would keep aside
 * @param all whether every member is listed
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

    /** @throws IOException if there is no such save, or the program or history to check it by cannot be used */
    static Inspection of(Path file, CheckerOptions options, boolean all) throws IOException {
        return of(file, options.checker(), options.schema().orElse(PlainSchema.ANY), all);
    }

    private static <T> Inspection of(Path file, Checker checker, Schema<T> schema, boolean all) throws IOException {
        SaveView<T> view = SaveStore.openReadOnly(schema, file);
        LoadResult<T> load = view.load();
        Copies copies = Copies.of(view);
        Optional<SaveFile> live = Files.exists(file) ? Optional.of(SaveFile.read(file)) : Optional.empty();
        if (live.isEmpty() && copies.isEmpty()) {
            throw new NoSuchFileException(file.toString());
        }
        // Only the program can tell which copies a save would have to keep aside.
        List<Copy> keptAside = schema == PlainSchema.ANY ? List.of() : load.preserved();
        // If the load does not use the file, none of its members is repaired, and only its damage matters.
        boolean isUsed = isOfLive(load);
        Checker checkerOfLive = isUsed ? checker : Checker.PLAIN;
        return new Inspection(file, live, checker.by(), live.map(checkerOfLive::check), load, keptAside, copies, all);
    }

    @Override
    public void print(Page page) {
        page.title(file.toString());
        facts().forEach(page::row);
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

    /** The facts about the save and its load, by labels. */
    Map<String, Line> facts() {
        Map<String, Line> facts = new LinkedHashMap<>();
        live.ifPresent(save -> {
            facts.put(
                    "version",
                    Line.of(
                            save.version().isPresent()
                                    ? Integer.toString(save.version().getAsInt())
                                    : "it says none"));
            facts.put(
                    "state",
                    Words.state(save.state())
                            .add(", " + Words.explained(save.state()))
                            .add(save.detail().isEmpty() ? "" : " (" + save.detail() + ")"));
            facts.put("seal", Line.of(save.seal().map(Words::seal).orElse("none that holds")));
            facts.put("size", Line.of(Words.bytes(save.bytes().length)));
        });
        facts.put("checked by", Line.of(by));
        facts.put("a load", outcome());
        if (!keptAside.isEmpty()) {
            facts.put(
                    "next save",
                    Line.of("keeps aside "
                            + String.join(
                                    ", ", keptAside.stream().map(Copy::name).toList())));
        }
        return facts;
    }

    /** Whether a load takes the file itself, through whatever link, or takes no file at all. */
    private static boolean isOfLive(LoadResult<?> load) {
        return load.source().isEmpty()
                || load.findings().stream().findFirst().map(Finding::copy).equals(load.source());
    }

    private Line outcome() {
        Line line = Words.outcome(load.outcome());
        if (load.source().isEmpty()) {
            line.add(" with the defaults");
        } else if (!isOfLive(load)) {
            return line.add(" from " + load.source().get().name());
        }
        int repairs = repairs().size();
        return repairs == 0
                ? line.add(", nothing to repair")
                : line.add(", ").add(Ink.BAD, Words.count(repairs, "repair")).add(" of the file");
    }

    List<Repair> repairs() {
        return check.map(Check::repairs).orElse(List.of());
    }

    List<MigratedStep> steps() {
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
