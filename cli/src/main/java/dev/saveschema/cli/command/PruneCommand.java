package dev.saveschema.cli.command;

import dev.saveschema.KeepAside;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveStore;
import dev.saveschema.cli.save.PlainSchema;
import dev.saveschema.cli.terminal.Ink;
import dev.saveschema.cli.terminal.Line;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema prune}. */
@CommandLine.Command(
        name = "prune",
        description = {
            "Deletes what was kept aside and need not stay: only shows it, unless --yes is given.",
            "Files of older versions always stay, and so does what was kept last. Backups are not touched."
        },
        footer = {
            "",
            "Exit codes: 0 done, or nothing to do; 1 there is something to delete, and --yes was not given;",
            "3 the save is in use.",
            "",
            "Example:",
            "  saveschema prune progress.json --newest 5 --younger-than 90d --yes"
        })
final class PruneCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "The save.")
    private Path file;

    @Option(names = "--newest", paramLabel = "COUNT", description = "So many of the newest stay.")
    private @Nullable Integer newest;

    @Option(
            names = "--younger-than",
            paramLabel = "AGE",
            converter = AgeConverter.class,
            description = "What was kept within this time stays: 12h, 90d.")
    private @Nullable Duration age;

    @Option(names = "--at-most", paramLabel = "BYTES", description = "The newest that have no more bytes in all stay.")
    private @Nullable Long bytes;

    @Option(names = "--yes", description = "Delete it.")
    private boolean yes;

    @Override
    Answer answer() throws IOException {
        KeepAside rule = rule();
        if (!yes) {
            List<KeptCopy> kept = SaveStore.openReadOnly(PlainSchema.ANY, file).kept();
            return new Pruned(rule.beyond(kept, Instant.now()), kept.size(), false);
        }
        // The save is locked meanwhile, so that no save of the program looks at these files.
        try (SaveStore<?> store = SaveStore.open(PlainSchema.ANY, file)) {
            List<KeptCopy> kept = store.kept();
            List<KeptCopy> beyond = rule.beyond(kept, Instant.now());
            for (KeptCopy copy : beyond) {
                Files.deleteIfExists(copy.copy().path().orElseThrow());
            }
            return new Pruned(beyond, kept.size(), true);
        }
    }

    private KeepAside rule() {
        return Stream.of(
                        Optional.ofNullable(newest).map(KeepAside::newest),
                        Optional.ofNullable(age).map(KeepAside::youngerThan),
                        Optional.ofNullable(bytes).map(KeepAside::atMost))
                .flatMap(Optional::stream)
                .reduce(KeepAside::and)
                .orElseThrow(() -> misused("say what stays, with --newest, --younger-than or --at-most"));
    }

    /** Reads an age: a number with its unit, {@code 30d}. */
    static final class AgeConverter implements ITypeConverter<Duration> {

        private static final Map<Character, Duration> UNITS = Map.of(
                'm', Duration.ofMinutes(1), 'h', Duration.ofHours(1), 'd', Duration.ofDays(1), 'w', Duration.ofDays(7));

        @Override
        public Duration convert(String text) {
            Duration unit = text.matches("[0-9]{1,6}[mhdw]") ? UNITS.get(text.charAt(text.length() - 1)) : null;
            if (unit == null) {
                throw new CommandLine.TypeConversionException("'" + text + "' is no age, such as 12h, 90d or 4w");
            }
            return unit.multipliedBy(Long.parseLong(text.substring(0, text.length() - 1)));
        }
    }

    private record Pruned(List<KeptCopy> beyond, int before, boolean isDone) implements Answer {

        @Override
        public void print(Page page) {
            if (!beyond.isEmpty()) {
                new Copies(List.of(), beyond).print(page);
            }
            long freed = beyond.stream().mapToLong(KeptCopy::size).sum();
            page.print(Line.of(
                            isDone ? Ink.GOOD : Ink.CHANGED,
                            "%s %d of %d, %s"
                                    .formatted(
                                            isDone ? "deleted" : "would delete",
                                            beyond.size(),
                                            before,
                                            Words.bytes(freed)))
                    .add(isDone || beyond.isEmpty() ? "" : "; nothing was changed, --yes deletes"));
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object().put("deleted", isDone);
            new Copies(List.of(), beyond).addKeptTo(json);
            return json;
        }

        @Override
        public int exitCode() {
            return isDone || beyond.isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
        }
    }
}
