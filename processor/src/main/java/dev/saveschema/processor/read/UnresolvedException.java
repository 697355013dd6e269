package dev.saveschema.processor.read;

/**
 * The source names something that does not exist, or does not exist yet: another processor may generate it. If nobody does,
 * the compiler says so itself.
 */
public final class UnresolvedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnresolvedException(String what) {
        super(what, null, false, false);
    }
}
