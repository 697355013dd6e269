package dev.saveschema.migration;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.RepairLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One step on a whole document, of which each {@link MigrationStep} changes one object. In this order:
 *
 * <ol>
 *   <li>the developer's methods, those for the document before those for its parts;
 *   <li>removals, renames and additions, as they are called;
 *   <li>replacements for removed values: they have the form of the newer version, and no other change of the step may touch them;
 *   <li>moves, an outer value before a value that goes into it.
 * </ol>
 */
final class StepRun {

    final int original;
    final int from;
    final LoadLimits limits;
    final Authorship authorship;
    final ChangeLog changes = new ChangeLog();
    final DeveloperStep written;

    private final List<Runnable> replacements = new ArrayList<>();
    private final List<Move> moves = new ArrayList<>();

    StepRun(int original, int from, LoadLimits limits, RepairLog log, Authorship authorship) {
        this.original = original;
        this.from = from;
        this.limits = limits;
        this.authorship = authorship;
        this.written = new DeveloperStep(from, limits, log, changes, authorship);
    }

    /** Has a value put in when all old values are changed. */
    void thenReplace(Runnable put) {
        replacements.add(put);
    }

    /** Has a moved value put in its place when all other values are there. */
    void thenMove(Move move) {
        moves.add(move);
    }

    void finish() {
        replacements.forEach(Runnable::run);
        moves.stream().sorted(Comparator.comparingInt(Move::depth)).forEach(move -> move.finish(changes, authorship));
    }
}
