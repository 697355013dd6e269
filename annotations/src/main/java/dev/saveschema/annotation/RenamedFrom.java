package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a component had in the file before a version.
 *
 * <pre>{@code
 * @RenamedFrom(value = "nick", since = 3) @Default("Anonymous") String displayName
 * }</pre>
 *
 * <p>Repeat it for a component that was renamed more than once.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Repeatable(RenamedFrom.All.class)
public @interface RenamedFrom {

    /** The old name, as it stood in the file. */
    String value();

    /** The first version that has the new name, from 2 to the schema's version. */
    int since();

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
    @interface All {

        /** The repeated annotations. */
        RenamedFrom[] value();
    }
}
