package dev.saveschema.processor.read.mirror;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Says that a type names something that does not exist, or does not exist yet, since another processor may generate it. If it stays
 * away and the type is in the sources, the compiler reports it.
 */
public final class UnresolvedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final transient Optional<TypeElement> where;

    public UnresolvedException(String what) {
        this(what, Optional.empty());
    }

    private UnresolvedException(String what, Optional<TypeElement> where) {
        super(what, null, false, false);
        this.what = what;
        this.where = where;
    }

    /** The name of the thing that does not exist. */
    public String what() {
        return what;
    }

    /** The type that names it. */
    public Optional<TypeElement> where() {
        return where;
    }

    /** The same exception with the type that names the thing, unless a type is known already. */
    public UnresolvedException in(TypeElement type) {
        return where.isPresent() ? this : new UnresolvedException(what, Optional.of(type));
    }
}
