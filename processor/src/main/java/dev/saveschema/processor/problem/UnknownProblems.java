package dev.saveschema.processor.problem;

/** Problems with a component that keeps unknown members. */
public final class UnknownProblems {

    private UnknownProblems() {}

    public static Problem wrongType(Origin at, String component, String found) {
        return Problem.error("UnknownType", at)
                .saying("component %s is a %s; @Unknown belongs on a Map<String, JsonNode>", component, found)
                .fact("What is not known can be any JSON")
                .fix("Map<String, JsonNode> %s", component);
    }

    public static Problem second(Origin at, String record, String first, String second) {
        return Problem.error("DuplicateUnknown", at)
                .saying("components %s and %s of %s both keep what is not known", first, second, record)
                .fix("remove @Unknown");
    }

    public static Problem doesNotApply(Origin at, String component, String annotation) {
        return Problem.error("UnknownTakesNothing", at)
                .saying("@%s does not apply to %s, which keeps members under their own names", annotation, component)
                .fact("It holds whatever the record does not know, as it is, and is empty for a first run")
                .fix("remove @%s", annotation);
    }
}
