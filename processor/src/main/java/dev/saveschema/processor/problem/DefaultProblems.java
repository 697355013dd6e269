package dev.saveschema.processor.problem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Problems with a {@code @Default}, or with the lack of one. */
public final class DefaultProblems {

    private DefaultProblems() {}

    /** @param kind {@code an int}, {@code text} */
    public static Problem missing(Origin at, String component, String kind, List<String> instead) {
        return Problem.error("MissingDefault", at)
                .saying("component %s has no default for files that lack it", component)
                .fact(
                        "It is %s, and only you know what to start with; collections, maps and optionals start empty",
                        kind)
                .fixes(instead);
    }

    /** The problem with advice for an id: every save needs one of its own, so that a factory should make it. */
    public static Problem withFreshId(Problem missing) {
        return missing.fact("For a new one each time: @Default(factory = \"newId\") and, in the record, "
                + "static UUID newId() { return UUID.randomUUID(); }");
    }

    /** @param reason {@code "yes" is not true or false} */
    public static Problem typeMismatch(Origin at, String component, String kind, String reason, List<String> instead) {
        return Problem.error("DefaultTypeMismatch", at)
                .saying("the default of %s does not fit: %s", component, reason)
                .fact("Component %s is %s", component, kind)
                .fixes(instead);
    }

    public static Problem unknownConstant(
            Origin at, String found, String type, List<String> constants, Optional<String> instead) {
        return Problem.error("UnknownConstant", at)
                .saying("%s is not a constant of %s", Code.quoted(found), type)
                .fact("Constants: %s", String.join(", ", constants))
                .fixes(instead.stream().toList());
    }

    public static Problem onRecord(Origin at, String component, String type) {
        return Problem.error("DefaultDoesNotApply", at)
                .saying(
                        "component %s is the record %s, and a record's default cannot be written as text",
                        component, type)
                .fact("Without @Default it is made of the defaults of its own components")
                .fact(
                        "For another value, name a method: @Default(factory = \"…\"), static %s …() { return new %s(…); }",
                        type, type)
                .fix("remove @Default");
    }

    public static Problem valueAndFactory(Origin at, String component, String value) {
        return Problem.error("AmbiguousDefault", at)
                .saying("component %s has two defaults, a value and a factory", component)
                .fix("%s", Code.defaultOf(value));
    }

    public static Problem neitherValueNorFactory(Origin at, String component) {
        return Problem.error("AmbiguousDefault", at)
                .saying("@Default on component %s says neither a value nor a factory", component)
                .fact("For empty text write @Default(\"\")")
                .fix("@Default(\"…\") or @Default(factory = \"…\")");
    }

    /** @param found the method of that name that the record has, if any */
    public static Problem factory(
            Origin at, String reason, Optional<String> found, String declaration, Optional<String> similar) {
        Problem problem = Problem.error("UnusableFactory", at).saying("%s", reason);
        if (found.isPresent()) {
            problem = problem.fact("Found: %s", found.get());
        }
        if (similar.isPresent()) {
            problem = problem.fix("@Default(factory = %s)", Code.quoted(similar.get()));
        }
        return problem.fix("%s", declaration);
    }

    /** The problem with advice for a text that is the name of a method. */
    public static Problem orFactory(Problem problem, String method) {
        return problem.fact("The record has a method %s(), which could make the default", method)
                .fix("@Default(factory = %s)", Code.quoted(method));
    }

    public static Problem noMethodName(Origin at, String component, String found, String type) {
        return byFactory(
                Problem.error("UnusableFactory", at)
                        .saying("%s, the factory of %s, is not the name of a method", Code.quoted(found), component),
                component,
                type);
    }

    public static Problem nullOptional(Origin at, String component) {
        return Problem.error("DefaultTypeMismatch", at)
                .saying(
                        "the default of %s does not fit: null is what an optional that is empty has in the file",
                        component)
                .fact("Component %s is empty without @Default", component)
                .fix("remove @Default");
    }

    /** @param codec the codec that reads the component */
    public static Problem ofCodec(Origin at, String component, String type, String codec) {
        return byFactory(
                Problem.error("DefaultDoesNotApply", at)
                        .saying(
                                "component %s is read by %s, and its default cannot be written as text",
                                component, codec)
                        .fact(
                                "Nobody knows what the text would be; @UseCodec(value = %s.class, form = String.class) says that it is text",
                                codec),
                component,
                type);
    }

    public static Problem missingForCodec(Origin at, String component, String type, String codec) {
        return byFactory(
                Problem.error("MissingDefault", at)
                        .saying("component %s has no default for files that lack it", component)
                        .fact("It is read by %s, and only you know what to start with", codec),
                component,
                type);
    }

    private static Problem byFactory(Problem problem, String component, String type) {
        String method = "default" + component.substring(0, 1).toUpperCase(Locale.ROOT) + component.substring(1);
        return problem.fact("In the record: static %s %s() { return …; }", type, method)
                .fix("@Default(factory = %s)", Code.quoted(method));
    }

    /** @param value {@code the default 120 of volume} */
    public static Problem outsideLimit(Origin at, String value, String limit, List<String> instead) {
        return Problem.error("DefaultOutsideLimit", at)
                .saying("%s is outside its own limit: %s", value, limit)
                .fixes(instead);
    }

    /** @param reason {@code its default is made by a factory} */
    public static Problem cannotOmit(Origin at, String component, String reason) {
        return Problem.error("CannotOmit", at)
                .saying("component %s cannot be left out of the file", component)
                .fact("%s", Character.toUpperCase(reason.charAt(0)) + reason.substring(1))
                .fix("remove @Omit");
    }
}
