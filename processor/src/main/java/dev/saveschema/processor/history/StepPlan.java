package dev.saveschema.processor.history;

import dev.saveschema.processor.model.Step;
import java.util.List;

/**
 * What is done to a document to bring it one version further: the developer's methods first, then the changes.
 *
 * @param after the version that it leads to
 * @param code the methods that take part, in the order they are written
 */
public record StepPlan(int from, Snapshot after, List<Step> code, List<Change> changes) {

    public StepPlan {
        code = List.copyOf(code);
        changes = List.copyOf(changes);
    }
}
