package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version in which a component was added, counted inclusively: {@code @Since(2)} means that files of version 1 lack it.
 *
 * <pre>{@code
 * @Since(2) @Default("0") long xpPoints
 * }</pre>
 *
 * <p>When an older file is migrated, the component gets its default and nothing is reported as missing. With a history that is so
 * without the annotation, and what it says is checked; without one, only it tells a new member from one that a file lacks.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Since {

    /** The version, from 2 to the schema's version. */
    int value();
}
