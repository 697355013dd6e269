package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value a component takes when the file has none or an unusable one, and on a first run.
 *
 * <pre>{@code
 * @Default("1") int level
 * @Default("Anonymous") String displayName
 * @Default("NORMAL") Difficulty difficulty
 * @Default("circle") Figure figure                // of a sealed interface: a circle made of its own defaults
 * @Default("[1, 2]") List<Integer> unlocked
 * @Default("PT10M") Duration limit
 * @Default(factory = "newId") UUID player        // static UUID newId(), a method of the record
 * }</pre>
 *
 * <p>Give either {@link #value} or {@link #factory}. A value is checked by the compiler: it parses, it has the component's
 * type, it is within the component's own limits. Numbers, booleans, text, enums and dates need a default; collections, maps
 * and optionals are empty without one, and a nested record is made of its own defaults.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {

    /**
     * Text for text, a literal for numbers and booleans, a constant's name for enums, a {@link Subtype}'s for sealed interfaces,
     * the ISO form for dates and times, a JSON array or object for collections and maps.
     */
    String value() default "";

    /**
     * The name of a static method of the record, without parameters, which returns the component's type. It is called each
     * time a default is needed, and once when a store is opened, to find out whether it can be. It must not return null, and
     * what it returns is not checked against the component's limits. If it throws while a file is read, the record around the
     * component counts as refused.
     */
    String factory() default "";
}
