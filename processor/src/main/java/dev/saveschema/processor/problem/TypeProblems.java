package dev.saveschema.processor.problem;

import java.util.List;

/** Problems with the types of a schema: with the record itself, and with the types of its components. */
public final class TypeProblems {

    private TypeProblems() {}

    /**
     * @param kind {@code a class}, {@code an enum}
     * @param instead {@code public record Cart(int total)}
     */
    public static Problem notARecord(Origin at, String name, String kind, String instead) {
        return Problem.error("NotARecord", at)
                .saying("%s is %s; @SaveSchema belongs on a record", name, kind)
                .fact("A record says in one line all that its file can hold, and cannot change while it is saved")
                .fix("%s {}", instead);
    }

    /** @param instead {@code Optional<String> nick} */
    public static Problem nullable(Origin at, String component, String instead) {
        return Problem.warning("NullableComponent", at)
                .saying("component %s is marked @Nullable, and null cannot be saved", component)
                .fact("A load never makes null of it, and a save of null is refused")
                .fix("%s", instead);
    }

    /** @param parameters {@code T} */
    public static Problem genericDocument(Origin at, String name, String parameters) {
        return Problem.error("GenericRecord", at)
                .saying("%s has type parameters; a save document has one fixed shape", name)
                .fact("In place of %s the record names what is saved, as in List<String>", parameters)
                .fix("record %s", name);
    }

    /**
     * @param whole the component's type, as the source has it
     * @param part the part of the type that cannot be saved; equal to {@code whole} if that is the whole type
     * @param instead the component as it could be written, type and name
     */
    public static Problem unsupportedType(
            Origin at, String component, String whole, String part, String reason, List<String> instead) {
        Problem problem = Problem.error("UnsupportedType", at);
        return (whole.equals(part)
                        ? problem.saying("component %s has type %s, which cannot be saved", component, whole)
                        : problem.saying("component %s has type %s; %s cannot be saved", component, whole, part))
                .fact("%s", reason)
                .fact("Supported: numbers, boolean, char, String, enums, records, sealed interfaces of records,"
                        + " Optional, OptionalInt, OptionalLong, OptionalDouble, List, Set, SortedSet, Deque, Map"
                        + " with String, Integer, Long, UUID or enum keys, arrays, BigInteger, BigDecimal, UUID,"
                        + " URI, Locale, java.time, JsonNode; all others with @UseCodec and a ValueCodec of your"
                        + " own")
                .fixes(instead);
    }

    /**
     * @param path {@code Node.next → Node}
     * @param instead the components as they could be written, type and name
     */
    public static Problem unboundedRecursion(Origin at, String record, String path, List<String> instead) {
        return Problem.error("UnboundedRecursion", at)
                .saying("%s contains itself: %s", record, path)
                .fact("Each %s would need another one inside it, and none could be the innermost", record)
                .fact("An Optional may be empty, and so may a list, a set or a map")
                .fixes(instead);
    }

    /**
     * @param problem {@code Settings is private}
     * @param instead the declaration's head as it could be written
     */
    public static Problem unreachableType(Origin at, String problem, String generated, String instead) {
        return Problem.error("UnreachableType", at)
                .saying("%s, so the generated %s cannot use it", problem, generated)
                .fix("%s", instead);
    }

    public static Problem ofNoSchema(Origin at, String annotation, String record) {
        return Problem.warning("AnnotationOfNoSchema", at)
                .saying("@%s has no effect, as %s is no schema and part of none here", annotation, record)
                .fact("Nothing is generated for it")
                .fix("@SaveSchema(version = 1) on %s, or make it the type of a component of a schema", record);
    }

    /** @param why {@code Progress is a class} */
    public static Problem onField(Origin at, String annotation, String field, String why, String instead) {
        return Problem.warning("AnnotationOfNoSchema", at)
                .saying("@%s has no effect on the field %s, as %s", annotation, field, why)
                .fact("Only the components of a record are saved")
                .fix("%s", instead);
    }

    /** A problem of a part that comes from a class file and cannot be edited, shown at the component that leads to the part. */
    public static Problem inLibrary(Problem problem, Origin component, String name, String type) {
        Problem placed = new Problem(
                        problem.severity(), problem.id(), component, problem.sentence(), problem.facts(), List.of())
                .fact(
                        "%s, of which component %s is made, comes from a class file and cannot be edited here",
                        type, name);
        return placed.fix("@UseCodec(%sCodec.class) before %s, and a ValueCodec<%s> of your own", type, name, type)
                .fix("a record of your own for component %s, with what is to be saved of %s", name, type);
    }

    public static Problem missingClass(Origin at, String schema, String part, String missing) {
        return Problem.error("MissingClass", at)
                .saying("nothing is generated for %s, since %s names %s, which cannot be found", schema, part, missing)
                .fact("%s comes from a class file, whose own dependency is missing", part)
                .fix("add the library that holds %s to the class path", missing);
    }

    public static Problem localRecord(Origin at, String record) {
        return Problem.warning("LocalRecord", at)
                .saying("@SaveSchema has no effect, as %s is a record within a method", record)
                .fact("Nothing is generated for it: compilers show no processor the types within methods")
                .fix("move %s out of the method, to the class that the method is in", record);
    }
}
