package dev.saveschema.processor.problem;

/**
 * A place in the developer's source that a message can point at. Only the package that talks to the compiler knows what is
 * behind one; everybody else hands it on.
 */
public interface Origin {

    /** Of what is written in no source. */
    Origin NOWHERE = new Origin() {};
}
