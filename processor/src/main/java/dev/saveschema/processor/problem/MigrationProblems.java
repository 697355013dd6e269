package dev.saveschema.processor.problem;

import java.util.List;
import java.util.Optional;

/** Problems with a {@code @Migration}. */
public final class MigrationProblems {

    private MigrationProblems() {}

    /** @param instead the method's head as it could be written */
    public static Problem wholeSignature(Origin at, String reason, String found, String instead) {
        return signature(
                at,
                "a migration of the whole document is a static method that takes one ObjectNode and returns nothing",
                reason,
                found,
                instead);
    }

    /** @param instead the method's head as it could be written */
    public static Problem typedSignature(Origin at, String reason, String found, String instead) {
        return signature(
                at,
                "a migration from record to record is a static method that takes the old version and returns the new"
                        + " one",
                reason,
                found,
                instead);
    }

    /** @param instead the method's head as it could be written */
    public static Problem partSignature(Origin at, String reason, String found, String instead) {
        return signature(
                at,
                "a migration of a part is a static method that takes the part of the old version and returns that of"
                        + " the new one",
                reason,
                found,
                instead);
    }

    /** @param older {@code ProgressV1.Level} */
    public static Problem conversionOfPart(Origin at, String method, String older, String component) {
        return Problem.error("MigrationSignature", at)
                .saying(
                        "%s names %s, and the conversion of one component takes and returns types of today",
                        method, older)
                .fact("Records of older versions are for steps that take the whole document, or one of its parts")
                .fix(
                        "a @Migration on the part itself that takes %s, without component = %s",
                        older, Code.quoted(component));
    }

    public static Problem componentOfPart(Origin at, String component, String part, String method) {
        return Problem.error("MisplacedAnnotation", at)
                .saying(
                        "component = %s on %s names a component of the document, and %s is only a part of it",
                        Code.quoted(component), method, part)
                .fact("A step for a part takes the part as a whole")
                .fix("remove component, and let %s take the ObjectNode that %s is in the file", method, part);
    }

    public static Problem ofNoSchema(Origin at, String method, String owner) {
        return Problem.warning("MigrationOfNoSchema", at)
                .saying("@Migration of %s has no effect, as no schema here names %s or has it as a part", method, owner)
                .fact("Old files are loaded without it")
                .fix("@SaveSchema(…, migrations = %s.class)", owner);
    }

    /** @param methods the methods of the class that could be steps to the version */
    public static Problem withoutSteps(Origin at, String named, List<String> methods, int version) {
        return Problem.warning("NoMigrations", at)
                .saying("%s is named for its migrations and has none", named)
                .fact("A step is a static method with @Migration, in the class itself")
                .fixes(methods.stream()
                        .map(method -> "@Migration(from = %d, to = %d) on %s".formatted(version - 1, version, method))
                        .toList())
                .fix("remove %s.class", named);
    }

    public static Problem unknownPart(
            Origin at, String method, String part, int version, List<String> parts, String file) {
        return Problem.error("UnknownPart", at)
                .saying("%s is for the part %s, which version %d does not have", method, part, version)
                .fact("Its parts: %s", String.join(", ", parts))
                .fact("Recorded in %s", file)
                .fixes(Nearest.to(part, parts).map(name -> "part = " + Code.quoted(name)).stream()
                        .toList());
    }

    /** @param others the parts that stood in the place as well */
    public static Problem partElsewhere(Origin at, String method, String part, List<String> others, int version) {
        return Problem.error("UnknownPart", at)
                .saying(
                        "%s takes %s, but in version %d also %s stood where its result is to stand",
                        method, part, version, String.join(" and ", others))
                .fact("A step from record to record is for one part")
                .fix("let %s take an ObjectNode", method);
    }

    public static Problem partOfNothing(Origin at, String method, String part, int from, int to) {
        return Problem.error("UnknownPart", at)
                .saying(
                        "%s is for the part %s, but nothing of version %d has become it in version %d",
                        method, part, from, to)
                .fact("It would never be called")
                .fix("remove %s", method);
    }

    /** @param record {@code ProgressV1} */
    public static Problem unknownVersion(Origin at, String record, int version, String locked) {
        return Problem.error("UnknownVersion", at)
                .saying("%s is generated from the history, in which version %d is not locked", record, version)
                .fact("%s", locked)
                .fix("compile the sources of version %d once with -Asaveschema.lock=true", version);
    }

    /** @param record {@code ProgressV3}, where version 3 is the head */
    public static Problem recordOfTheHead(Origin at, String record, int version, String head) {
        return Problem.error("UnknownVersion", at)
                .saying(
                        "%s is not generated: version %d is the one in the sources, whose record is %s",
                        record, version, head)
                .fix("%s in place of %s", head, record);
    }

    /** @param record {@code example.ProgressV1} */
    public static Problem staleRecord(Origin at, String record) {
        return Problem.warning("StaleRecord", at)
                .saying("%s of an earlier compilation is on the class path", record)
                .fact("javac before 23 may fail when it is generated again (JDK-8332297: rc.accessor is null)")
                .fix("delete its class file, or the whole output directory, as Maven and Gradle do");
    }

    /** @param instead the method's head as it could be written */
    public static Problem conversionSignature(Origin at, String reason, String found, String instead) {
        return signature(
                at,
                "a migration of one component is a static method that takes its old value and returns the new one",
                reason,
                found,
                instead);
    }

    private static Problem signature(Origin at, String rule, String reason, String found, String instead) {
        return Problem.error("MigrationSignature", at)
                .saying("%s", rule)
                .fact("Found: %s", found)
                .fact("But %s", reason)
                .fix("%s", instead);
    }

    public static Problem skips(Origin at, String method, int from, int to) {
        return Problem.error("MigrationSkipsVersions", at)
                .saying("%s goes from version %d to %d; a migration leads to the next version", method, from, to)
                .fix("from = %d, to = %d", from, from + 1);
    }

    public static Problem outsideVersions(Origin at, String method, int from, int to, int oldest, int version) {
        return Problem.error("MigrationOutsideVersions", at)
                .saying(
                        "%s goes from version %d to %d; the schema's %s",
                        method,
                        from,
                        to,
                        oldest == version ? "only version is " + version : "versions are " + oldest + ".." + version)
                .fact("It would never be called")
                .fix("remove %s", method)
                .fixes(to > version ? List.of("version = " + to) : List.of());
    }

    public static Problem duplicate(Origin at, int from, String subject, List<String> methods) {
        return Problem.error("DuplicateMigration", at)
                .saying(
                        "%d migrations of %s start from version %d: %s",
                        methods.size(), subject, from, String.join(" and ", methods))
                .fact("Which of them goes first would be anybody's guess")
                .fix("keep one @Migration(from = %d, to = %d) and call the other from it", from, from + 1);
    }

    /** @param typed the migration from record to record */
    public static Problem besideTyped(Origin at, String method, String does, String typed, int from) {
        return Problem.error("MigrationBesideTyped", at)
                .saying(
                        "%s %s in the step from version %d, which %s takes from record to record",
                        method, does, from, typed)
                .fact("What %s returns has every component as the newer version has it", typed)
                .fix("call %s from %s, and remove its @Migration", method, typed);
    }

    /** @param component the component's name in Java */
    public static Problem nameOfAFile(Origin at, String found, String component) {
        return Problem.error("UnknownComponent", at)
                .saying("%s is a name in files; component takes the name in the record", Code.quoted(found))
                .fact("The component is called %s today, whatever older versions called it", component)
                .fix("component = %s", Code.quoted(component));
    }

    public static Problem unknownComponent(
            Origin at, String found, int version, String reason, Optional<String> instead) {
        return Problem.error("UnknownComponent", at)
                .saying("there is no component %s in version %d", Code.quoted(found), version)
                .fact("%s", reason)
                .fixes(instead.stream().toList());
    }

    /** @param file the file in which the version is recorded */
    public static Problem nothingToConvert(Origin at, String method, String component, int version, String file) {
        return Problem.error("UnknownComponent", at)
                .saying(
                        "%s converts %s, but version %d had nothing that has become it",
                        method, Code.quoted(component), version)
                .fact("component is the name that the record has it under today")
                .fact("Recorded in %s", file)
                .fix("remove %s", method);
    }

    /**
     * @param takes the type that the method takes
     * @param was the member's type in the older version
     * @param isPlain whether the method can simply take {@code was}, since no records or enums are in it
     */
    public static Problem sourceMismatch(
            Origin at, String method, String takes, String member, String was, int version, boolean isPlain) {
        return Problem.error("MigrationSourceMismatch", at)
                .saying("%s takes %s, but %s was %s in version %d", method, takes, member, was, version)
                .fact("An old value that it cannot take would be replaced by the default")
                .fixes(isPlain ? List.of("let %s take %s".formatted(method, was)) : List.of());
    }

    public static Problem targetMismatch(
            Origin at, String method, String component, String target, String current, String instead) {
        return Problem.error("MigrationTargetMismatch", at)
                .saying("%s returns %s, but component %s is %s", method, target, component, current)
                .fact("No later migration of %s changes it again", component)
                .fix("%s", instead);
    }
}
