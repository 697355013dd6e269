package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name that a component, an enum constant or a {@link Subtype} had in the file before a version.
 *
 * <pre>{@code
 * @RenamedFrom(value = "nick", since = 3) @Default("Anonymous") String displayName
 *
 * enum Difficulty { EASY, @RenamedFrom(value = "HARD_MODE", since = 3) HARD }
 *
 * @Subtype("circle") @RenamedFrom(value = "disc", since = 3) record Circle(@Default("1") double radius) implements Figure {}
 * }</pre>
 *
 * <p>When an older file is migrated, the name is changed wherever it stands: a constant's as a value, in collections and as a
 * key of a map. Repeat it for what was renamed more than once.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
@Repeatable(RenamedFrom.All.class)
public @interface RenamedFrom {

    /** The old name, as it stood in the file. */
    String value();

    /** The first version that has the new name, from 2 to the schema's version. */
    int since();

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
    @interface All {

        /** The repeated annotations. */
        RenamedFrom[] value();
    }
}
