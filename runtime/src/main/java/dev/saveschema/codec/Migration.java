package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/** A document on its way from an older version to the current one, in memory. */
public final class Migration {

    private final ObjectNode document;
    private final LoadLimits limits;
    private final RepairLog log;
    private final List<MigratedStep> steps = new ArrayList<>();
    private int version;

    Migration(ObjectNode document, int version, LoadLimits limits, RepairLog log) {
        this.document = document;
        this.version = version;
        this.limits = limits;
        this.log = log;
    }

    /** Takes the step that starts from this version, if that is where the document is. */
    public void step(int from, Consumer<MigrationStep> step) {
        if (version != from) {
            return;
        }
        StepRun run = new StepRun(document, from, limits, log);
        step.accept(new MigrationStep(document, "", run));
        run.finish();
        steps.add(new MigratedStep(from, from + 1, run.changes.toList()));
        version = from + 1;
    }

    int version() {
        return version;
    }

    List<MigratedStep> steps() {
        return steps;
    }
}
