package dev.saveschema.processor.problem;

import java.util.List;
import java.util.Optional;

/** Problems with a sealed interface and its records. */
public final class SubtypeProblems {

    private SubtypeProblems() {}

    public static Problem unnamed(Origin at, String record, String type, String name) {
        return Problem.error("UnnamedSubtype", at)
                .saying("record %s of %s has no name in the file", record, type)
                .fact("By that name the file says which record of %s an object is; it outlives the class", type)
                .fix("@Subtype(%s)", Code.quoted(name));
    }

    /** @param kind {@code an enum} */
    public static Problem notARecord(Origin at, String name, String kind, String type) {
        return Problem.error("SubtypeNotARecord", at)
                .saying("%s is %s; of what %s permits only records can be saved", name, kind, type)
                .fact("Records and sealed interfaces of records say all that a file can hold")
                .fix("record %s() implements %s {}", name, type);
    }

    public static Problem generic(Origin at, String name, String type) {
        return Problem.error("GenericSubtype", at)
                .saying("record %s of %s has type parameters, and the file cannot say what they stand for", name, type)
                .fix("record %s", name);
    }

    public static Problem innerDiscriminator(Origin at, String type, String outer) {
        return Problem.error("InnerDiscriminator", at)
                .saying("%s is part of %s, whose discriminator counts", type, outer)
                .fact("A record is written in the same way wherever it stands")
                .fix("remove @Discriminator")
                .fix("move it to %s", outer);
    }

    /** @param component {@code component type of Circle} */
    public static Problem takenDiscriminator(
            Origin at, String component, String name, String type, List<String> instead) {
        return Problem.error("DiscriminatorInUse", at)
                .saying(
                        "%s is called %s in the file, and so is what says which record of %s an object is",
                        component, Code.quoted(name), type)
                .fixes(instead);
    }

    public static Problem unknownSubtype(
            Origin at, String found, String type, List<String> names, Optional<String> instead) {
        return Problem.error("UnknownSubtype", at)
                .saying("%s is not a subtype of %s", Code.quoted(found), type)
                .fact("Subtypes: %s", String.join(", ", names))
                .fixes(instead.stream().map(Code::defaultOf).toList());
    }

    /** @param path {@code Add.left → Add} */
    public static Problem endlessDefault(Origin at, String record, String path) {
        return Problem.error("EndlessDefault", at)
                .saying("the default of %s contains itself: %s", record, path)
                .fact("Each would be made of another one, and none could be the innermost")
                .fix("name a record in @Default that does not contain another");
    }

    /** @param annotation {@code Subtype} */
    public static Problem notPermitted(Origin at, String annotation, String record) {
        return Problem.error("MisplacedAnnotation", at)
                .saying("@%s on %s has no effect, as no sealed interface permits %s", annotation, record, record)
                .fix("remove @%s", annotation);
    }
}
