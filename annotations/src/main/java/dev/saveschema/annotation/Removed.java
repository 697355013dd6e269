package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that the record no longer has. Its name stays reserved, so that no later component reads its old values.
 *
 * <pre>{@code
 * @Removed(name = "lives", since = 3)
 * @SaveSchema(version = 3)
 * public record Progress(…) {}
 * }</pre>
 *
 * <p>On the annotated record or on one that is nested in it; the version is always that of the whole document.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Removed.All.class)
public @interface Removed {

    /** The name, as it stood in the file. */
    String name();

    /** The first version without it, from 2 to the schema's version. */
    int since();

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {

        /** The repeated annotations. */
        Removed[] value();
    }
}
