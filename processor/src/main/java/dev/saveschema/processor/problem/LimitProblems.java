package dev.saveschema.processor.problem;

/** What is wrong with a limit itself. */
public final class LimitProblems {

    private LimitProblems() {}

    /** @param domain {@code numbers} */
    public static Problem doesNotApply(Origin at, String component, String kind, String annotation, String domain) {
        return Problem.error("LimitDoesNotApply", at)
                .saying("component %s is %s; @%s applies to %s", component, kind, annotation, domain)
                .fix("remove @%s", annotation);
    }

    public static Problem inverted(Origin at, String component, String annotation, long min, long max) {
        return Problem.error("InvertedLimit", at)
                .saying("@%s of %s allows nothing: %d is more than %d", annotation, component, min, max)
                .fix("@%s(min = %d, max = %d)", annotation, max, min);
    }

    public static Problem negativeSize(Origin at, String component, int found, String instead) {
        return Problem.error("NegativeSize", at)
                .saying("nothing has the size %d that @Size of %s speaks of", found, component)
                .fix("%s", instead);
    }

    public static Problem brokenPattern(Origin at, String component, String regex, String reason) {
        return Problem.error("BrokenPattern", at)
                .saying("the pattern of %s is not a regular expression: %s", component, reason)
                .fact("In the syntax of java.util.regex.Pattern; to match exactly this text, quote it")
                .fix("@Pattern(%s)", Code.quoted("\\Q" + regex + "\\E"));
    }
}
