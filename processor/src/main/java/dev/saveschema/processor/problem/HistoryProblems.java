package dev.saveschema.processor.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Contradictions between a schema and the history of its released versions. */
public final class HistoryProblems {

    /**
     * The option to offer. A relative path would count from the directory in which the build was started, which differs in a build
     * of several modules.
     */
    private static final String HISTORY = "-Asaveschema.history=${project.basedir}/src/main/saveschema";

    private static final String HISTORY_OF_JAVAC =
            "The fix is written for Maven; javac takes -Asaveschema.history=src/main/saveschema";

    private static final String LOCK = "-Asaveschema.lock=true";

    private HistoryProblems() {}

    // ---- the files

    /** @param isNewest whether no newer version is locked, so that this one can be locked again */
    public static Problem edited(Origin at, String file, int version, boolean isNewest) {
        Problem problem = Problem.error("HistoryEdited", at)
                .saying("%s was edited after version %d was locked", file, version)
                .fact("It says what files on people's disks look like, and editing it does not change those")
                .fix("git checkout -- %s", file);
        return isNewest
                ? problem.fix("if version %d was never released, delete the file and lock the version again", version)
                : problem;
    }

    public static Problem conflict(Origin at, String file, int version) {
        return Problem.error("NotAHistoryFile", at)
                .saying("%s holds both sides of a merge conflict", file)
                .fact("Two branches locked a version %d each; one of them can keep the number", version)
                .fix("git checkout --ours -- %s, and lock the other branch's change as version %d", file, version + 1);
    }

    public static Problem notAHistoryFile(Origin at, String file, int version, String reason) {
        return Problem.error("NotAHistoryFile", at)
                .saying("%s does not say what version %d looked like: %s", file, version, reason)
                .fix("git checkout -- %s", file);
    }

    public static Problem unreadable(Origin at, String directory, String reason) {
        return Problem.error("HistoryUnreadable", at)
                .saying("the history in %s cannot be read: %s", directory, reason)
                .fix("see that it has a directory for each schema, and that the compiler may read them");
    }

    /** @param file the file in which the version would have been recorded */
    public static Problem cannotLock(Origin at, String name, int version, String file, String reason) {
        return Problem.error("CannotLock", at)
                .saying("version %d of %s could not be locked: %s", version, name, reason)
                .fact("It was to be recorded in %s; nothing is locked", file)
                .fix("see that the compiler may write there and that the disk is not full, and lock again");
    }

    public static Problem noDirectory(Origin at, String option) {
        return Problem.error("HistoryNotSet", at)
                .saying("-Asaveschema.%s=true needs a history to work on", option)
                .fact(HISTORY_OF_JAVAC)
                .fix(HISTORY);
    }

    // ---- the versions

    public static Problem versionWentBack(Origin at, String name, int version, int newest, String file) {
        return Problem.error("VersionWentBack", at)
                .saying("%s has version %d, but version %d is locked", name, version, newest)
                .fact("Files of version %d may exist; a program at version %d would refuse them", newest, version)
                .fix("version = %d", newest)
                .fix("if version %d was never released, delete %s", newest, file);
    }

    /** @param next the file of the next version, which tells its changes */
    public static Problem firstGone(Origin at, String name, int missing, String file, String next) {
        return Problem.error("HistoryGap", at)
                .saying(
                        "version %d of %s is not locked any more, though %s tells what changed since",
                        missing, name, next)
                .fact("Without it files of version %d would be read as if nothing had changed", missing)
                .fix("git checkout -- %s", file)
                .fix("oldest = %d, if no older file is left", missing + 1);
    }

    /** @param oldest the oldest version that is still read */
    public static Problem beginsLate(Origin at, String name, int oldest, int version) {
        return Problem.warning("HistoryBeginsLate", at)
                .saying(
                        "the history of %s begins with version %d, and files are read from version %d on",
                        name, version, oldest)
                .fact("What happened before is in the annotations alone: those of these versions have to stay")
                .fix("oldest = %d, if no older file is left", version);
    }

    /** @param orphan an id in the history that no record has */
    public static Problem orphanedHistory(Origin at, String name, String id, String orphan) {
        return Problem.warning("OrphanedHistory", at)
                .saying(
                        "%s has the id %s, which is new, and the history of %s belongs to no record here",
                        name, Code.quoted(id), Code.quoted(orphan))
                .fact("If the record was renamed, its files would be taken for those of another schema")
                .fix("id = %s, if it was renamed", Code.quoted(orphan))
                .fix("lock %s, if it is new", name);
    }

    public static Problem gap(Origin at, String name, int missing, String file) {
        return Problem.error("HistoryGap", at)
                .saying("version %d of %s is not locked, though an older and a newer one are", missing, name)
                .fact("Files of version %d may exist, and what became of their members is not known", missing)
                .fix("git checkout -- %s", file)
                .fix("check out the sources of version %d and compile them once with %s", missing, LOCK);
    }

    public static Problem previousNotLocked(Origin at, String name, int version, int newest) {
        int previous = version - 1;
        return Problem.error("PreviousVersionNotLocked", at)
                .saying("%s has version %d, but version %d is not locked", name, version, previous)
                .fact(
                        "The newest locked version is %d; what files of version %d look like is not known",
                        newest, previous)
                .fix("version = %d", newest + 1)
                .fix("check out the sources of version %d and compile them once with %s", previous, LOCK);
    }

    /** @param directory the absolute path of the directory in which the history was looked for */
    public static Problem noHistory(Origin at, String name, int version, String directory) {
        return Problem.error("NoHistory", at)
                .saying("%s has version %d, and none of its versions is locked", name, version)
                .fact("Looked for in %s", directory)
                .fact("What older files look like is not known, so that nothing can be checked against them")
                .fix("check out the sources of version %d and compile them once with %s", version - 1, LOCK)
                .fix("git checkout -- %s, if it was deleted", directory)
                .fix("compile once with %s: the history begins with version %d", LOCK, version);
    }

    public static Problem unknownId(Origin at, String name, String id, String known) {
        return Problem.error("UnknownId", at)
                .saying("%s has the id %s, under which nothing is locked", name, Code.quoted(id))
                .fact("The history has %s, which no record here has as its id", Code.quoted(known))
                .fact("By default the id follows the record's name; once a version is locked, it is to stay")
                .fix("id = %s", Code.quoted(known));
    }

    /** @param instead another id */
    public static Problem duplicateId(Origin at, String name, String other, String id, String instead) {
        return Problem.error("DuplicateId", at)
                .saying("%s and %s have the same id, %s", other, name, Code.quoted(id))
                .fact("They would be taken for one schema, in the history and in messages")
                .fact("If a version of either is locked under that id, that one keeps it")
                .fix("id = %s", Code.quoted(instead));
    }

    public static Problem draftInRelease(Origin at, String name, int version) {
        return Problem.error("DraftInRelease", at)
                .saying("version %d of %s is a draft, and this is a release", version, name)
                .fact("Once it is on people's disks, nobody may change it: it must be locked")
                .fix("compile once with %s, and commit what it writes", LOCK);
    }

    /** @param older {@code read by 3 and newer, written by 4 and newer (3: nick was renamed)} */
    public static Problem draft(Origin at, String name, int version, String older) {
        Problem draft = Problem.note("Draft", at)
                .saying("version %d of %s is a draft: it may change until %s locks it", version, name, LOCK);
        return version == 1 ? draft : draft.fact("Its files are %s", older);
    }

    /** @param older as in {@link #draft} */
    public static Problem locked(Origin at, String name, int version, String file, String older) {
        Problem locked =
                Problem.note("Locked", at).saying("version %d of %s is locked in %s; commit it", version, name, file);
        return version == 1 ? locked : locked.fact("%d: %s", version, older);
    }

    /**
     * @param promised the version to which a user may go back
     * @param older as in {@link #draft}
     * @param writes the oldest version that may write such files
     */
    public static Problem noWayBack(Origin at, String name, int version, int promised, String older, int writes) {
        return Problem.error("NoWayBack", at)
                .saying("from version %d of %s nobody can go back to version %d", version, name, promised)
                .fact("Its files are %s", older)
                .fact("Make the change in a way that keeps the older program's files whole, or give the promise up")
                .fix("downgradeTo = %d", writes);
    }

    public static Problem notKept(Origin at, String name, int version) {
        return Problem.mandatoryWarning("HistoryNotKept", at)
                .saying("%s has version %d, and nobody keeps what its older versions looked like", name, version)
                .fact("A change that is forgotten would break old files, and be noticed only there")
                .fact(HISTORY_OF_JAVAC)
                .fix(HISTORY)
                .fix("-Asaveschema.history=none, if that is what you want");
    }

    /** @param options the options that exist */
    public static Problem unknownOption(String option, List<String> options, Optional<String> nearest) {
        return Problem.warning("UnknownOption", Origin.NOWHERE)
                .saying("there is no option %s", option)
                .fact("What it was to ask for is not done")
                .fact("Options: %s", String.join(", ", options))
                .fixes(nearest.map(name -> "-A" + name).stream().toList());
    }

    public static Problem neitherTrueNorFalse(String option, String value) {
        return Problem.warning("UnknownOption", Origin.NOWHERE)
                .saying("-A%s=%s is neither true nor false, and taken for false", option, value)
                .facts(value.startsWith("${") ? List.of("The build has no property of that name") : List.of())
                .fix("-A%s=true", option);
    }

    // ---- the shape

    /**
     * A member that a vanished one may have moved to.
     *
     * @param from a JSON Pointer to the former place
     * @param member {@code volume of Settings}
     */
    public record MovedTo(String from, String member) {}

    /**
     * @param differences a line for each difference
     * @param lines the annotations and methods to write beside the new version, in words
     */
    public static Problem versionNotBumped(
            Origin at, String name, int version, List<String> differences, String file, List<String> lines) {
        return Problem.error("VersionNotBumped", at)
                .saying("%s is not what its locked version %d was", name, version)
                .facts(differences)
                .fact("Recorded in %s", file)
                .facts(lines.stream()
                        .map(line -> "Version %d then needs %s".formatted(version + 1, line))
                        .toList())
                .fix("version = %d", version + 1);
    }

    /**
     * @param member {@code gold}, {@code stars of Level}
     * @param was the type of the member; empty for a constant or object
     * @param successors new names that may be the same thing, the most similar first
     * @param moved members in other places that may be the same thing
     */
    public static Problem undeclaredRemoval(
            Origin at,
            String member,
            String name,
            String was,
            int previous,
            int version,
            List<String> successors,
            List<MovedTo> moved) {
        List<String> fixes = new ArrayList<>();
        moved.forEach(to -> fixes.add(
                "@MovedFrom(value = %s, since = %d) on %s".formatted(Code.quoted(to.from()), version, to.member())));
        for (String successor : successors) {
            fixes.add("@RenamedFrom(value = %s, since = %d) on %s".formatted(Code.quoted(name), version, successor));
        }
        fixes.add("@Removed(name = %s, since = %d)".formatted(Code.quoted(name), version));
        return Problem.error("UndeclaredRemoval", at)
                .saying(
                        "version %d had %s%s, and version %d does not say what became of it",
                        previous, member, was.isEmpty() ? "" : " (" + was + ")", version)
                .fact("What people have there would be lost without a word")
                .fact("Where a @Migration makes something else of it, @Removed is right")
                .fixes(fixes);
    }

    /**
     * @param method a step that is trusted with the changes, such as one for the whole document
     * @param members the members that have another type now, and that no conversion is for
     */
    public static Problem leftToStep(Origin at, String method, int from, int to, List<String> members) {
        return Problem.note("LeftToStep", at)
                .saying(
                        "from version %d to %d %s is trusted to convert %s",
                        from, to, method, String.join(", ", members))
                .fact("Their types have changed; whether the step does it, only a test can tell");
    }

    /**
     * @param kind {@code Level was an enum and is a record}, if a type has kept its name and changed its kind
     * @param step a method that does the conversion, without its body
     */
    public static Problem undeclaredRetyping(
            Origin at, String member, String was, String is, int previous, Optional<String> kind, String step) {
        return Problem.error("UndeclaredTypeChange", at)
                .saying("%s was %s in version %d and is %s, and no step converts it", member, was, previous, is)
                .facts(kind.stream().toList())
                .fact("An old value would be taken for damaged, and replaced by the default")
                .fact("The method takes the old value and returns the new one; it stands in the annotated record")
                .fix("%s", step);
    }

    /** @param had the names that the version had there; empty where they are of no use */
    public static Problem contradiction(
            Origin at, String sentence, List<String> had, String file, List<String> instead) {
        Problem problem = Problem.error("ContradictsHistory", at).saying("%s", sentence);
        return (had.isEmpty() ? problem : problem.fact("It had %s", String.join(", ", had)))
                .fact("Recorded in %s", file)
                .fixes(instead);
    }

    public static Problem reusedName(Origin at, String name, int removedIn, String was, String is) {
        return Problem.error("ReusedName", at)
                .saying("%s was %s until version %d removed it, and is %s now", Code.quoted(name), was, removedIn, is)
                .fact("A removed name stays reserved, so that nobody takes an old value for a new one")
                .fix("@Name(%s)", Code.quoted(name + "_2"));
    }

    /** @param component the member that the method converted; empty for the whole document */
    public static Problem missingMigration(
            Origin at, String method, int to, Optional<String> component, Optional<String> part) {
        return Problem.error("MissingMigration", at)
                .saying("version %d was locked with the step %s from version %d, which is gone", to, method, to - 1)
                .fact(
                        "It %s; without it older files cannot be migrated",
                        component
                                .map(name -> "converted " + name)
                                .or(() -> part.map(name -> "changed each " + name))
                                .orElse("changed the whole document"))
                .fix(
                        "bring back @Migration(from = %d, to = %d%s)",
                        to - 1,
                        to,
                        component
                                .map(name -> ", component = …")
                                .or(() -> part.map(name -> ", part = " + Code.quoted(name)))
                                .orElse(""))
                .fix("oldest = %d", to);
    }
}
