package dev.saveschema.cli.command;

import dev.saveschema.KeptCopy;
import dev.saveschema.SaveStore;
import dev.saveschema.cli.save.PlainSchema;
import dev.saveschema.cli.terminal.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

/** {@code saveschema kept}. */
@CommandLine.Command(
        name = "kept",
        description = {
            "Lists what saves kept aside, the newest first: older versions, and what was damaged, newer, repaired or replaced.",
            "Changes nothing. 'saveschema restore' brings one back, 'saveschema prune' deletes what is not needed."
        },
        footer = {"", "Exit codes: 0 nothing was kept aside; 1 here it is."})
final class KeptCommand extends Command {

    @Parameters(paramLabel = "FILE", description = "The save, which need not be there any more.")
    private Path file;

    @Override
    Answer answer() throws IOException {
        return new Listed(file, SaveStore.openReadOnly(PlainSchema.ANY, file).kept());
    }

    private record Listed(Path file, List<KeptCopy> kept) implements Answer {

        @Override
        public void print(Page page) {
            if (kept.isEmpty()) {
                page.print("Nothing was kept aside of " + file);
                return;
            }
            new Copies(List.of(), kept).print(page);
            long bytes = kept.stream().mapToLong(KeptCopy::size).sum();
            page.print("  %d, %s in all".formatted(kept.size(), Words.bytes(bytes)));
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = Json.object().put("file", file.toString());
            new Copies(List.of(), kept).addKeptTo(json);
            return json;
        }

        @Override
        public int exitCode() {
            return kept.isEmpty() ? ExitCode.FINE : ExitCode.FOUND;
        }
    }
}
