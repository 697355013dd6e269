package dev.saveschema.processor.read;

import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * A type names something that does not exist, or does not exist yet: another processor may generate it. If nobody does and
 * the type is source, the compiler says so itself.
 */
public final class UnresolvedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String what;
    private final transient Optional<TypeElement> where;

    UnresolvedException(String what) {
        this(what, Optional.empty());
    }

    private UnresolvedException(String what, Optional<TypeElement> where) {
        super(what, null, false, false);
        this.what = what;
        this.where = where;
    }

    /** What does not exist. */
    public String what() {
        return what;
    }

    /** The type that names it. */
    public Optional<TypeElement> where() {
        return where;
    }

    /** The same in a type, unless the place is known more exactly. */
    UnresolvedException in(TypeElement type) {
        return where.isPresent() ? this : new UnresolvedException(what, Optional.of(type));
    }
}
