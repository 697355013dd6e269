package dev.saveschema.processor.problem;

import java.math.BigDecimal;
import java.util.List;

/** Problems with a limit itself. */
public final class LimitProblems {

    private LimitProblems() {}

    /**
     * @param subject {@code component x}
     * @param domain {@code numbers}
     * @param instead limits that the developer may have meant, for a type like this
     */
    public static Problem doesNotApply(
            Origin at, String subject, String kind, String annotation, String domain, List<String> instead) {
        return Problem.error("LimitDoesNotApply", at)
                .saying("%s is %s; @%s applies to %s", subject, kind, annotation, domain)
                .fixes(instead)
                .fix("remove @%s", annotation);
    }

    /**
     * @param limits {@code @Min and @Max}
     * @param contradiction {@code 10 is more than 0}
     */
    public static Problem inverted(Origin at, String component, String limits, String contradiction, String instead) {
        return Problem.error("InvertedLimit", at)
                .saying(
                        "%s of %s %s nothing: %s",
                        limits, component, limits.contains(" ") ? "allow" : "allows", contradiction)
                .fix("%s", instead);
    }

    /** @param instead both ranges as one annotation */
    public static Problem twoRanges(Origin at, String component, String instead) {
        return Problem.error("TwoRanges", at)
                .saying("component %s has a @Range and a @DecimalRange, and one says it all", component)
                .fact("In place of both")
                .fix("%s", instead);
    }

    /** @param attribute {@code min} */
    public static Problem brokenBound(Origin at, String component, String attribute, String found) {
        return Problem.error("BrokenBound", at)
                .saying("the %s of %s is not a number: %s", attribute, component, Code.quoted(found))
                .fact("In JSON's syntax: 0.5, -1e-3")
                .fix("%s = %s", attribute, Code.quoted(nearestNumber(found)));
    }

    /** @param type {@code double} */
    public static Problem beyondType(Origin at, String component, String bound, String type, String instead) {
        return Problem.error("LimitBeyondType", at)
                .saying("the bound %s of %s is beyond every %s", bound, component, type)
                .fix("%s", instead);
    }

    /** The number that the developer probably meant: {@code 1.5} for {@code 1,5} and {@code 1.5f}. */
    private static String nearestNumber(String found) {
        String plain = found.strip().replace(',', '.').replace("_", "").replaceFirst("[fFdDlL]$", "");
        try {
            return new BigDecimal(plain).toString();
        } catch (NumberFormatException e) {
            return "0"; // the text resembles no number
        }
    }

    public static Problem clampedKey(Origin at, String component, String instead) {
        return Problem.error("ClampedKey", at)
                .saying("a key of %s cannot be clamped: another entry may have the key that it would become", component)
                .fact("An entry whose key is outside is left out")
                .fix("%s", instead);
    }

    public static Problem negativeSize(Origin at, String component, int found, String instead) {
        return Problem.error("NegativeSize", at)
                .saying("nothing has the size %d that @Size of %s speaks of", found, component)
                .fix("%s", instead);
    }

    /** @param steps the number of characters that were looked at before the match was given up */
    public static Problem slowPattern(Origin at, String component, String value, int steps) {
        return Problem.error("SlowPattern", at)
                .saying("the pattern of %s is too slow to say whether it allows the default %s", component, value)
                .fact(
                        "Given up after %,d steps; a file's text that takes as long is given up too, and takes the"
                                + " default",
                        steps)
                .fact("Such patterns repeat what is itself repeated, as in (a+)+, or offer one text twice, as in"
                        + " (a|a)*")
                .fix("write the pattern without a repetition in a repetition: (a+)+ is a+, (a|aa)* is a*,"
                        + " (\\\\w+,?)* is (\\\\w+,)*\\\\w*")
                .fix("@Size(max = …) beside a simpler pattern, and the rest in the program");
    }

    public static Problem brokenPattern(Origin at, String component, String regex, String reason) {
        return Problem.error("BrokenPattern", at)
                .saying("the pattern of %s is not a regular expression: %s", component, reason)
                .fact("In the syntax of java.util.regex.Pattern; to match exactly this text, quote it")
                .fix("@Pattern(%s)", Code.quoted("\\Q" + regex + "\\E"));
    }
}
