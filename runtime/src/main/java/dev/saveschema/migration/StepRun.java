package dev.saveschema.migration;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.RepairLog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One step on one document, whatever object of it is being changed. In this order:
 *
 * <ol>
 *   <li>the developer's methods, of the document before those of its parts;
 *   <li>removals, renames and additions, as they are called;
 *   <li>replacements of what is gone: they are as the newer version has them, and no other change of the step may touch them;
 *   <li>moves, of what stands outside before what stands within it.
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
    private final List<Moved> moves = new ArrayList<>();

    /** A value on its way to a place; what is around that may be on its way, too. */
    private record Moved(String to, Runnable put) {

        int depth() {
            return (int) to.chars().filter(letter -> letter == '/').count();
        }
    }

    StepRun(int original, int from, LoadLimits limits, RepairLog log, Authorship authorship) {
        this.original = original;
        this.from = from;
        this.limits = limits;
        this.authorship = authorship;
        this.written = new DeveloperStep(from, limits, log, changes, authorship);
    }

    /** Has a value put in once everything old is changed. */
    void thenReplace(Runnable put) {
        replacements.add(put);
    }

    /** Has a moved value put in its place once everything else is there. */
    void thenMove(String to, Runnable put) {
        moves.add(new Moved(to, put));
    }

    void finish() {
        replacements.forEach(Runnable::run);
        moves.stream()
                .sorted(Comparator.comparingInt(Moved::depth))
                .forEach(moved -> moved.put().run());
    }
}
