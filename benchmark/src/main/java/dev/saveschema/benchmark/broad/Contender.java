package dev.saveschema.benchmark.broad;

/** A way to read and write a {@link Broad}. */
public interface Contender {

    Broad read(byte[] save);

    /** The document without white space. */
    byte[] write(Broad save);

    /** A new contender of a name. Each is set up as its documentation shows first, with only those settings that the save needs. */
    static Contender of(String name) {
        return switch (name) {
            case "saveschema" -> new SaveSchemaContender(false);
            case "saveschema+seal" -> new SaveSchemaContender(true);
            case "databind2" -> new Databind2();
            case "databind3" -> new Databind3();
            case "tree" -> new TreeWithChecks();
            case "core" -> new CoreByHand();
            case "fastjson2" -> new Fastjson2();
            case "avaje" -> new Avaje();
            case "gson" -> new GsonContender();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
