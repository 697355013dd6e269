package dev.saveschema.processor.problem;

/** Problems with the way in which a format's documents hold their version. */
public final class EnvelopeProblems {

    private EnvelopeProblems() {}

    public static Problem twice(Origin at) {
        return Problem.error("TwoVersionMembers", at)
                .saying("versionMember and envelope both say where the version is")
                .fact("An envelope reads and writes the version alone")
                .fix("remove versionMember")
                .fix("remove envelope");
    }

    public static Problem notAnEnvelope(Origin at, String type) {
        return Problem.error("NotAnEnvelope", at)
                .saying("%s cannot tell a version: it does not implement Envelope", type)
                .fix("let %s implement dev.saveschema.Envelope", type);
    }

    /** @param reason {@code it is abstract} */
    public static Problem cannotBeMade(Origin at, String type, String reason) {
        return Problem.error("UnusableEnvelope", at)
                .saying("the envelope %s cannot be made: %s", type, reason)
                .fact("The generated class makes one with new %s()", type)
                .fix("make %s a public static class or a class of its own, with a constructor %s()", type, type);
    }

    /** @param component the component whose name or alias is that of the version member */
    public static Problem versionInUse(Origin at, String component, String name) {
        return Problem.error("VersionMemberInUse", at)
                .saying(
                        "%s of component %s is the member that holds the document's version",
                        Code.quoted(name), component)
                .fact("It is read and written with every document; LoadResult.storedVersion() tells it")
                .fix("remove %s", component)
                .fix("if it is another number: @Name(%s)", Code.quoted(component + "_2"));
    }
}
