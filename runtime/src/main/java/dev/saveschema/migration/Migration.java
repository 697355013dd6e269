package dev.saveschema.migration;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.codec.RepairLog;
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
    private final Authorship authorship;
    private final int original;
    private int version;

    /**
     * A document before its first step.
     *
     * @param version the version of the document
     * @param log gets a repair for each part that a step could not migrate; from now on it ascribes each fault to the step that
     *     caused it
     */
    public Migration(ObjectNode document, int version, LoadLimits limits, RepairLog log) {
        this.document = document;
        this.original = version;
        this.version = version;
        this.limits = limits;
        this.log = log;
        this.authorship = new Authorship(limits.nesting());
        log.attribute(authorship.blame(document, this::version));
    }

    /** Takes the step that starts from this version, if the document is of this version. */
    public void step(int from, Consumer<MigrationStep> step) {
        if (version != from) {
            return;
        }
        StepRun run = new StepRun(original, from, limits, log, authorship);
        step.accept(new MigrationStep(document, "", run));
        run.finish();
        steps.add(new MigratedStep(from, from + 1, run.changes.toList()));
        version = from + 1;
    }

    /** The version that the document has by now. */
    public int version() {
        return version;
    }

    /** The steps that were taken, in their order. */
    public List<MigratedStep> steps() {
        return List.copyOf(steps);
    }
}
