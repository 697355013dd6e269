package dev.saveschema.processor.problem;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Problems of the generation itself, when the schema is right. */
public final class GenerationProblems {

    private GenerationProblems() {}

    public static Problem classExists(Origin at, String generated) {
        return Problem.error("GeneratedClassExists", at)
                .saying("%s exists already, and it is the name of the class to be generated", generated)
                .fact("A class of yours has that name, or two records of this package lead to it")
                .fix("rename one of them");
    }

    public static Problem cannotWrite(Origin at, String schema, String reason) {
        return Problem.error("CannotWrite", at)
                .saying("the class generated for %s could not be written: %s", schema, reason)
                .fix("see that the compiler may write to its output directory, and that the disk is not full");
    }

    public static Problem noRuntime(Origin at, String schema) {
        return Problem.error("NoRuntime", at)
                .saying("nothing is generated for %s, since the library that generated code calls is not there", schema)
                .fact("Looked for dev.saveschema.Schema on the class path and the module path")
                .fix("add the dependency dev.saveschema:saveschema-runtime, of the processor's version")
                .fix("in module-info.java: requires dev.saveschema;");
    }

    public static Problem otherRuntime(Origin at, String runtime, String processor) {
        return Problem.warning("OtherRuntime", at)
                .saying("saveschema-runtime is of version %s, and the processor of version %s", runtime, processor)
                .fact(
                        "Generated code is made for the runtime of the processor's version, and may not compile or run with another")
                .fix("give both the same version; with the BOM dev.saveschema:saveschema-bom they have one");
    }

    /** A fault of the processor itself, with everything that a bug report needs. */
    public static Problem bug(Origin at, String schema, Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return Problem.error("Bug", at)
                .saying(
                        "SaveSchema failed on %s: %s",
                        schema, thrown.toString().lines().findFirst().orElse(""))
                .fact("This is a fault of SaveSchema, not of your code; the other schemas are not affected")
                .fact("Please report it with the record and the lines below, where you got SaveSchema from")
                .fact("%s", trace.toString().stripTrailing());
    }
}
