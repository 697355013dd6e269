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
     * A document that no step has been taken on.
     *
     * @param version the version that it is of
     * @param log gets what a step could not do as it was written, and from now on puts each fault to the step that made it
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

    /** Takes the step that starts from this version, if that is where the document is. */
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

    /** The version that the document is of by now. */
    public int version() {
        return version;
    }

    /** The steps that were taken, in their order. */
    public List<MigratedStep> steps() {
        return List.copyOf(steps);
    }
}
