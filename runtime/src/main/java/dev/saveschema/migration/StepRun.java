package dev.saveschema.migration;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.RepairLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * One step on one document, whatever object of it is being changed. What takes the place of something that is gone is as the newer
 * version has it, and no other change of the step may touch it: it is put in when all else is done, and what was moved after that.
 */
final class StepRun {

    final LoadLimits limits;
    final RepairLog log;
    final ChangeLog changes = new ChangeLog();
    final DeveloperStep written;

    private final List<Runnable> replacements = new ArrayList<>();
    private final List<Moved> moves = new ArrayList<>();
    private final List<Runnable> checks = new ArrayList<>();

    /** A value on its way to a place; what is around that may be on its way, too. */
    private record Moved(String to, Runnable put) {

        int depth() {
            return (int) to.chars().filter(letter -> letter == '/').count();
        }
    }

    StepRun(ObjectNode document, int from, LoadLimits limits, RepairLog log) {
        this.limits = limits;
        this.log = log;
        this.written = new DeveloperStep(document, from, limits, log, changes);
    }

    /** Has a value put in once everything old is changed. */
    void thenReplace(Runnable put) {
        replacements.add(put);
    }

    /** Has a moved value put in its place once everything else is there. */
    void thenMove(String to, Runnable put) {
        moves.add(new Moved(to, put));
    }

    /** Has the result looked at when it is all there. */
    void thenCheck(Runnable check) {
        checks.add(check);
    }

    void finish() {
        replacements.forEach(Runnable::run);
        moves.stream()
                .sorted(Comparator.comparingInt(Moved::depth))
                .forEach(moved -> moved.put().run());
        checks.forEach(Runnable::run);
    }
}
