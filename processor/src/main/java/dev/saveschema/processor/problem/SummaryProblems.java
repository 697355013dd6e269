package dev.saveschema.processor.problem;

/** Problems with components that a list of slots cannot show. */
public final class SummaryProblems {

    private SummaryProblems() {}

    /** @param kind {@code a collection} */
    public static Problem notSingle(Origin at, String component, String kind) {
        return Problem.error("SummaryType", at)
                .saying("component %s is %s, which is too much for a summary", component, kind)
                .fact("A summary is made of single values: numbers, texts, enums, dates, an Optional of one")
                .fix("remove @Summary")
                .fix("@Summary on a component that says what a list needs of it, such as its size");
    }

    public static Problem ofPart(Origin at, String component, String record, String document) {
        return Problem.error("SummaryOfPart", at)
                .saying(
                        "component %s is in %s, and a summary is made of what is in %s itself",
                        component, record, document)
                .fact("What @Summary shows stands at the beginning of the file, before all records within it")
                .fix("remove @Summary, or move the component to %s", document);
    }
}
