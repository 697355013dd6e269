package dev.saveschema.processor.problem;

import java.util.Optional;

/** Problems with constraints of Jakarta Validation that keep nothing out of a load. */
public final class ConstraintProblems {

    /** The name of the problem in {@code @SuppressWarnings}. */
    public static final String SILENCER = "SaveSchema/ConstraintNotHonoured";

    private ConstraintProblems() {}

    /** @param reason why the constraint is not honoured, as a sentence */
    public static Problem notHonoured(Origin at, String constraint, String component, String reason) {
        return Problem.warning("ConstraintNotHonoured", at)
                .saying("@%s of %s keeps nothing out of a load", constraint, component)
                .fact("%s", reason)
                .fact("A file's value that breaks it is loaded as it is. A limit of SaveSchema's, as @Pattern, @Size"
                        + " or @Range, would repair the value alone; an exception of the record's constructor"
                        + " costs the whole record")
                .fix("%s", silence());
    }

    public static Problem onAccessor(Origin at, String constraint, String component, String type) {
        return Problem.warning("ConstraintNotHonoured", at)
                .saying("@%s on the accessor %s() keeps nothing out of a load", constraint, component)
                .fact(
                        "A constraint of a component is written before it, in the record's head: @%s(…) %s %s",
                        constraint, type, component)
                .fix("%s", silence());
    }

    /** @param instead the limit to write: {@code @Each(size = @Size(min = 1))} */
    public static Problem onPart(Origin at, String constraint, String component, Optional<String> instead) {
        Problem problem = Problem.warning("ConstraintNotHonoured", at)
                .saying("@%s within the type of %s keeps nothing out of a load", constraint, component)
                .fact("Limits of elements and keys are written before the component: "
                        + "javac 17 loses what a class file says within a type");
        return instead.map(each -> problem.fix("%s", each)).orElse(problem).fix("%s", silence());
    }

    private static String silence() {
        return "@SuppressWarnings(" + Code.quoted(SILENCER) + ")";
    }
}
