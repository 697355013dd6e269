package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a record a save document: something a program keeps in a JSON file of its own.
 *
 * <pre>{@code
 * @SaveSchema(version = 2, naming = Naming.SNAKE_CASE)
 * public record Progress(
 *     @Default("1") @Range(min = 1) int currentStepId,
 *     List<Integer> completedTasks,
 *     @Since(2) @Default("0") long xpPoints) {}
 * }</pre>
 *
 * <p>For {@code Progress} the processor generates {@code ProgressSchema} in the same package; for a record {@code Game.Progress}
 * it is {@code Game_ProgressSchema}, and for one called {@code Save} it is {@code Save_Schema}.
 *
 * <p>Nothing is generated for a record within a method: no compiler shows such a record to annotation processors.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SaveSchema {

    /**
     * The version of the format that the record describes, 1 or more. Raise it by one with every released change of the
     * record, and say with {@link Since}, {@link RenamedFrom}, {@link Removed} or {@link Migration} what the change was.
     */
    int version();

    /**
     * The name of the format in its history and in messages. It must outlive the class: renaming the record does not rename
     * the format. By default the record's simple name in kebab-case: {@code PlayerProgress} is {@code "player-progress"}.
     */
    String id() default "";

    /** How the names of components are spelled in the file, in this record and in every record nested in it. */
    Naming naming() default Naming.AS_DECLARED;

    /** The oldest version that is still migrated, from 1 to {@link #version}. An older file is not read; it is kept aside. */
    int oldest() default 1;

    /**
     * The version that a file without {@code $version} is taken for, as an older, hand-written program may have left it; from 1 to
     * {@link #version}. Below {@link #oldest} such a file is too old.
     */
    int unversioned() default 1;

    /**
     * The member of the document that holds its version, a whole number, for a format that has had one all along: {@code "version"}.
     * It is written first; migration steps and the record do not see it. Such a file has nothing in it but the format's own members,
     * neither {@code $version} nor a seal, and so less protection: see the page on formats that are there already.
     */
    String versionMember() default "";

    /**
     * A class that implements {@code dev.saveschema.Envelope} and has a constructor without parameters: it finds the version of a
     * document, and writes it, where {@link #versionMember} cannot say it.
     */
    Class<?> envelope() default void.class;

    /**
     * The oldest version to which a user can go back: programs from that version on write files of {@link #version} back, and lose
     * nothing. Checked against the history; a change that breaks the promise does not compile. 0 for no promise.
     */
    int downgradeTo() default 0;

    /** Further classes whose static methods may be {@link Migration} steps of this record. */
    Class<?>[] migrations() default {};
}
