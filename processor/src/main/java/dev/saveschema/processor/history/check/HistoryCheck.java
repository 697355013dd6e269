package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.step.SchemaAndHistory;
import dev.saveschema.processor.problem.Problem;
import java.util.List;

/** Looks for one kind of contradiction between the sources and the history. */
interface HistoryCheck {

    List<Problem> check(SchemaAndHistory both);
}
