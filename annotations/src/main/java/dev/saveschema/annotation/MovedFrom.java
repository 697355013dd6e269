package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The place that a component had elsewhere in the file before a version. It may have moved into a nested record, out of one, or
 * from one to another; within one record, {@link RenamedFrom} says the same.
 *
 * <pre>{@code
 * public record Settings(@MovedFrom(value = "/volume", since = 4) @Default("80") int volume) {}
 * }</pre>
 *
 * <p>A file of an older version that has nothing there gives the component its default, as for one that is new. The record must
 * have one place in the document, and so must all that it is in: not within a list, map, sealed interface or itself, and not twice.
 * An {@code Optional} may be on the way.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface MovedFrom {

    /** The old place, as a JSON Pointer (RFC 6901) into a file of the version before {@link #since}. */
    String value();

    /** The first version that has the component in its new place, from 2 to the schema's version. */
    int since();
}
