package dev.saveschema.processor.problem;

/** The problems of sealed interfaces whose records are told apart by their types of JSON. */
public final class OneOfProblems {

    private OneOfProblems() {}

    public static Problem notSealed(Origin at, String type) {
        return Problem.error("OneOfNotSealed", at)
                .saying("@OneOf on %s, which is no sealed interface", type)
                .fact("It says of a sealed interface that its records are told apart by their types of JSON")
                .fix("remove @OneOf");
    }

    /** @param hindrance {@code has 2 components} */
    public static Problem notOneComponent(Origin at, String record, String type, String hindrance) {
        return Problem.error("NotOneComponent", at)
                .saying(
                        "%s %s; each record of the @OneOf %s has one, whose value stands in the file",
                        record, hindrance, type)
                .fact("An object with several members is a record of its own, which that one component may be")
                .fix("record %s(String text) implements %s {}", record, type);
    }

    /** @param noun {@code text} */
    public static Problem same(Origin at, String type, String first, String second, String noun) {
        return Problem.error("SameJsonType", at)
                .saying(
                        "%s and %s of %s are both %s in the file, which then cannot say which it is",
                        first, second, type, noun)
                .fact("Types of JSON are: text, number, true or false, list, object")
                .fix("remove %s from %s, or make one record of the two", second, type);
    }

    /** @param component its type */
    public static Problem anyType(Origin at, String record, String type, String component) {
        return Problem.error("NoJsonType", at)
                .saying("%s of %s holds %s, which is not known by its type of JSON", record, type, component)
                .fact("It may be null, or several types of JSON")
                .fix(
                        "a component of %s that is text, a number, a boolean, a list, a map or a record; Optional<%s> where there may be none",
                        record, type);
    }

    public static Problem doesNotApply(Origin at, String type, String annotation) {
        return Problem.error("OneOfTakesNothing", at)
                .saying("@%s does not apply to %s, whose value stands in the file without a name", annotation, type)
                .fix("remove @%s", annotation);
    }
}
