package dev.saveschema.processor.history;

import dev.saveschema.processor.problem.Problem;
import java.util.List;

/** A draft says how it came from the version before. */
final class DraftCheck implements HistoryCheck {

    @Override
    public List<Problem> check(Situation situation) {
        return situation.locked().isPresent()
                ? List.of()
                : situation
                        .previous()
                        .map(previous -> new DraftStep(situation, previous.snapshot()).problems())
                        .orElse(List.of());
    }
}
