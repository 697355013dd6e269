package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A step from one version to the next, in code, for a change that no other annotation describes.
 *
 * <p>A static method of the record, of a part of it (a record or sealed interface that stands somewhere in it), or of a class named
 * in {@link SaveSchema#migrations}, that the schema's package can call. It has one of three forms:
 *
 * <pre>{@code
 * @Migration(from = 1, to = 2)                                   // the whole document, as a tree
 * static void awardXpForFinishedTasks(ObjectNode progress) {
 *     progress.put("xp_points", progress.path("completed_tasks").size() * 10L);
 * }
 *
 * @Migration(from = 2, to = 3, component = "playTime")           // one component whose type changed
 * static Duration minutesToDuration(int minutes) {
 *     return Duration.ofMinutes(minutes);
 * }
 *
 * @Migration(from = 3, to = 4)                                   // record to record; both are generated from the history
 * static ProgressV4 split(ProgressV3 old) {
 *     return new ProgressV4(old.currentStepId(), …);
 * }
 * }</pre>
 *
 * <p>On a part, a step is for that part alone, wherever it stands: in lists, maps, optionals and other parts. Everything else stays
 * automatic, and a step that throws costs that one part.
 *
 * <pre>{@code
 * record Level(@Default("0") int stars) {
 *     @Migration(from = 4, to = 5)                               // the part as a tree
 *     static void starsFromPoints(ObjectNode level) { … }
 *
 *     @Migration(from = 5, to = 6)                               // the part from record to record
 *     static Level round(ProgressV5.Level old) { … }
 * }
 * }</pre>
 *
 * <p>Each form may take an {@code int} as a second parameter: the version that the file was of before any step.
 *
 * <p>A step sees the document as version {@link #from} left it, with its old names. What the annotations declare for version
 * {@link #to} is applied after the first two forms: renames, removals, and a default for each new component that the step did not
 * set. The last form returns a complete new record, so nothing is applied after it. A step that throws does not stop the load: its
 * changes are undone, the declared ones apply, and the report says so.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Migration {

    /** The version that the step starts from. */
    int from();

    /** The version that the step leads to: {@code from + 1}. */
    int to();

    /**
     * The component of the annotated record whose value the method converts, by its name in the record as it is now, even where
     * it had another name in version {@link #from}; for one that the record no longer has, by the name in its {@link Removed}.
     * Empty for the whole document, or a part.
     */
    String component() default "";

    /**
     * The part that a step on a tree is for, by its name in the history's file of version {@link #from}. Needed only where the
     * method does not stand in the part's own record or interface, for instance because that is gone.
     */
    String part() default "";

    /**
     * Whether a program of version {@link #from} may read, and write back, what the step leads to. A step in code is taken to change what
     * members mean, so that older programs refuse the newer version's files; {@code true} says that this one does not: it fills in what
     * older programs do not know, or puts in order what they would accept as well. What is declared beside the step counts all the same.
     */
    boolean compatible() default false;
}
