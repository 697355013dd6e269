package dev.saveschema.processor.problem;

import java.util.List;

/** Problems with a version, or with a change that an annotation ascribes to one. */
public final class VersionProblems {

    private VersionProblems() {}

    public static Problem keptByNobody(Origin at, String name, String record) {
        return Problem.error("KeptByNobody", at)
                .saying("%s keeps %s, but has nothing to keep it in", record, Code.quoted(name))
                .fact("Members that a record does not know are kept in its @Unknown component")
                .fix("@Unknown Map<String, JsonNode> unknown, as a component of %s", record)
                .fix("@Removed without keep");
    }

    public static Problem versionBelowOne(Origin at, int version) {
        return Problem.error("VersionBelowOne", at)
                .saying("a schema's version is 1 or more, not %d", version)
                .fix("version = 1");
    }

    /** @param attribute {@code oldest} or {@code unversioned} */
    public static Problem outsideVersions(Origin at, String attribute, int found, int first, int version, int instead) {
        return Problem.error("VersionOutsideRange", at)
                .saying("%s = %d is not one of the versions %s", attribute, found, range(first, version))
                .fix("%s = %d", attribute, instead);
    }

    /**
     * @param change {@code @Since of xpPoints}
     * @param head the schema's version, at least 1
     */
    public static Problem changeOutsideVersions(Origin at, String change, int since, int head) {
        Problem problem = Problem.error("ChangeOutsideVersions", at);
        String annotation = change.substring(0, change.indexOf(' '));
        if (since < 2) {
            return problem.saying("%s says version %d, but a change comes with version 2 or later", change, since)
                    .fact("Version 1 has no version before it to differ from")
                    .fixes(head == 1 ? List.of("remove " + annotation) : List.of(since(annotation, 2)));
        }
        return problem.saying("%s says version %d, but the schema has version %d", change, since, head)
                .fact("Raise the version with each released change; before the first release nothing has changed")
                .fix("version = %d", since)
                .fix("%s", head == 1 ? "remove " + annotation : since(annotation, head));
    }

    private static String since(String annotation, int version) {
        return annotation.equals("@Since") ? "@Since(" + version + ")" : "since = " + version;
    }

    public static Problem renamedBeforeAdded(Origin at, String component, int renamed, int added) {
        return Problem.error("RenamedBeforeAdded", at)
                .saying(
                        "component %s was renamed in version %d, but it came only with version %d",
                        component, renamed, added)
                .fact("Files before version %d have neither name", added)
                .fix("remove @RenamedFrom")
                .fix("remove @Since");
    }

    /** @param subject {@code component displayName}, {@code constant HARD} */
    public static Problem renamedFromItself(Origin at, String subject, String name) {
        return Problem.error("RenamedFromItself", at)
                .saying("%s is renamed from %s, its name afterwards", subject, Code.quoted(name))
                .fact("@RenamedFrom says the name before")
                .fix("remove @RenamedFrom");
    }

    /** @param subject as of {@link #renamedFromItself} */
    public static Problem duplicateRename(Origin at, String subject, int since, String first, String second) {
        return Problem.error("DuplicateRename", at)
                .saying(
                        "%s has two old names that end with version %d, %s and %s",
                        subject, since, Code.quoted(first), Code.quoted(second))
                .fact("A file has one name for it at a time; if some files have the other, that is an alias")
                .fix("@RenamedFrom(value = %s, since = %d) @Alias(%s)", Code.quoted(first), since, Code.quoted(second))
                .fix("@RenamedFrom(value = %s, since = %d) @Alias(%s)", Code.quoted(second), since, Code.quoted(first));
    }

    /** @param user {@code component b}, {@code @Removed(name = "x", since = 3)} */
    public static Problem oldNameInUse(Origin at, String component, String name, String user, String versions) {
        return Problem.error("OldNameInUse", at)
                .saying(
                        "%s is the old name of %s, and in %s also the name of %s",
                        Code.quoted(name), component, versions, user)
                .fact("A value of that name would have to go to both; a component that is newer says since when:"
                        + " @Since")
                .fix("remove @RenamedFrom");
    }

    /** @param user {@code component displayName}, {@code constant HARD} */
    public static Problem removedNameInUse(Origin at, String name, String user, String instead) {
        return Problem.error("RemovedNameInUse", at)
                .saying("%s is removed, but %s has that name", Code.quoted(name), user)
                .fact("A removed name stays reserved, so that %s does not read the old values", user)
                .fix("remove @Removed(name = %s)", Code.quoted(name))
                .fix("%s", instead);
    }

    public static Problem duplicateRemoval(Origin at, String name) {
        return Problem.error("DuplicateRemoval", at)
                .saying("%s is removed twice", Code.quoted(name))
                .fix("keep one @Removed(name = %s)", Code.quoted(name));
    }

    public static Problem movedTwice(Origin at, String component, String other, String from) {
        return Problem.error("MovedTwice", at)
                .saying("%s goes to both %s and %s", Code.quoted(from), other, component)
                .fact("A value can be moved to one place only; a step in code can copy it")
                .fix("remove @MovedFrom");
    }

    public static Problem movedWithinRoot(Origin at, String component, String name, int since) {
        return Problem.error("MovedWithinRoot", at)
                .saying(
                        "component %s is where it was, in the document itself; @MovedFrom is for a part of it",
                        component)
                .fix("@RenamedFrom(value = %s, since = %d)", Code.quoted(name), since);
    }

    public static Problem notAPointer(Origin at, String component, String found) {
        return Problem.error("NotAPointer", at)
                .saying("%s, from where %s was moved, is not a JSON Pointer", Code.quoted(found), component)
                .fact("It begins with a slash, and has one before each name: /settings/volume")
                .fix("value = %s", Code.quoted("/" + (found.isEmpty() ? component : found)));
    }

    public static Problem movedIntoMany(Origin at, String component, String record) {
        return Problem.error("MovedIntoMany", at)
                .saying("component %s was moved into %s, which is not in just one place", component, record)
                .fact("One old value cannot tell which of several it is for")
                .fix("remove @MovedFrom, and move the value in a @Migration");
    }

    private static String range(int first, int last) {
        return first == last ? Integer.toString(first) : first + ".." + last;
    }
}
