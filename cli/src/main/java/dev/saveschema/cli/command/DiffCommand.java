package dev.saveschema.cli.command;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveSeal;
import dev.saveschema.Schema;
import dev.saveschema.cli.diff.Difference;
import dev.saveschema.cli.diff.Difference.Added;
import dev.saveschema.cli.diff.Difference.Changed;
import dev.saveschema.cli.diff.Difference.Moved;
import dev.saveschema.cli.diff.Difference.Removed;
import dev.saveschema.cli.diff.Differences;
import dev.saveschema.cli.save.SaveFile;
import dev.saveschema.cli.save.ShownPointer;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema diff}. */
@CommandLine.Command(
        name = "diff",
        description = {
            "Compares two saves by what they mean: a member that has moved is one line, and the order of members is none.",
            "With --program both are loaded first, so that saves of different versions are compared as the newest."
        },
        footer = {"", "Exit codes: 0 they mean the same; 1 they differ; 3 one is not there."})
final class DiffCommand extends Command {

    @Parameters(index = "0", paramLabel = "FIRST", description = "A save, or a copy of it such as progress.json.bak1.")
    private Path first;

    @Parameters(index = "1", paramLabel = "SECOND", description = "Another.")
    private Path second;

    @Mixin
    private ProgramOptions program;

    @Override
    Answer answer() throws IOException {
        Optional<Schema<?>> schema = program.schema();
        SaveFile a = SaveFile.read(first);
        SaveFile b = SaveFile.read(second);
        return new Compared(
                a,
                b,
                SaveSeal.compare(a.bytes(), b.bytes()),
                Differences.between(document(a, schema), document(b, schema)));
    }

    private static ObjectNode document(SaveFile save, Optional<Schema<?>> schema) {
        return schema.map(known -> loaded(save, known)).orElseGet(() -> {
            ObjectNode document = Json.object();
            save.version().ifPresent(version -> document.put("$version", version));
            document.setAll(save.members());
            return document;
        });
    }

    /** The value of a load, as it would be saved again. */
    private static <T> ObjectNode loaded(SaveFile save, Schema<T> schema) {
        SaveFormat<T> format = SaveFormat.of(schema);
        LoadResult<T> loaded = format.fromBytes(save.bytes());
        return SaveFile.of(save.path(), format.toBytes(loaded.value())).members();
    }

    private record Compared(SaveFile first, SaveFile second, SaveSeal.Relation relation, List<Difference> differences)
            implements Answer {

        @Override
        public void print(Page page) {
            printSave(page, Ink.BAD, "-", first);
            printSave(page, Ink.GOOD, "+", second);
            if (relation != SaveSeal.Relation.SAME) {
                page.print(Line.of(Ink.LABEL, "  " + related()));
            }
            for (Difference difference : differences) {
                page.print(line(difference, page));
            }
            if (differences.isEmpty()) {
                page.print(Line.of(Ink.GOOD, "  they mean the same"));
            }
        }

        private String related() {
            return switch (relation) {
                case SAME -> "the same save";
                case FIRST_IS_LATER -> "the first was made from the second";
                case SECOND_IS_LATER -> "the second was made from the first";
                case DIVERGED -> "neither was made from the other directly";
            };
        }

        private static void printSave(Page page, Ink ink, String sign, SaveFile save) {
            page.print(Line.of(ink, sign + " " + save.path())
                    .add(
                            Ink.LABEL,
                            save.seal().map(seal -> "  " + Words.seal(seal)).orElse("")));
        }

        private static Line line(Difference difference, Page page) {
            String arrow = " " + page.glyphs().arrow() + " ";
            Line line = Line.of("  ");
            if (difference instanceof Added added) {
                return line.add(Ink.GOOD, "+ ").add(name(added)).add(" ").add(Ink.GOOD, text(added.value(), page));
            }
            if (difference instanceof Removed removed) {
                return line.add(Ink.BAD, "- ").add(name(removed)).add(" ").add(Ink.BAD, text(removed.value(), page));
            }
            if (difference instanceof Moved moved) {
                return line.add(Ink.CHANGED, "> ")
                        .add(Ink.NAME, ShownPointer.inWords(moved.from()))
                        .add(" moved to ")
                        .add(name(moved))
                        .add(", still " + text(moved.value(), page));
            }
            Changed changed = (Changed) difference;
            return line.add(Ink.CHANGED, "~ ")
                    .add(name(changed))
                    .add(" ")
                    .add(Ink.BAD, text(changed.from(), page))
                    .add(arrow)
                    .add(Ink.GOOD, text(changed.to(), page));
        }

        private static Line name(Difference difference) {
            return Line.of(Ink.NAME, ShownPointer.inWords(difference.pointer()));
        }

        private static String text(JsonNode value, Page page) {
            return Words.cut(value.toString(), page.glyphs().more());
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object()
                    .put("first", first.path().toString())
                    .put("second", second.path().toString())
                    .put("relation", relation.name());
            ArrayNode all = json.putArray("differences");
            differences.forEach(difference -> all.add(json(difference)));
            return json;
        }

        private static ObjectNode json(Difference difference) {
            ObjectNode json = Json.object()
                    .put("kind", difference.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .put("pointer", difference.pointer());
            if (difference instanceof Added added) {
                json.set("to", added.value());
            } else if (difference instanceof Removed removed) {
                json.set("from", removed.value());
            } else if (difference instanceof Moved moved) {
                json.put("fromPointer", moved.from()).set("to", moved.value());
            } else {
                Changed changed = (Changed) difference;
                json.set("from", changed.from());
                json.set("to", changed.to());
            }
            return json;
        }

        @Override
        public int exitCode() {
            return differences.isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
        }
    }
}
