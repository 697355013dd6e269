package dev.saveschema.processor.problem;

/**
 * A place in the developer's source that a message can point at. Only the package that talks to the compiler can look into it;
 * other packages hand it on.
 */
public interface Origin {

    /** The origin of parts that no source declares, as those of an older version. */
    Origin NOWHERE = new Origin() {};
}
