package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component that the record no longer has, a constant that the enum no longer has, or a {@link Subtype} that the sealed
 * interface no longer permits. The name stays reserved, so that nothing later reads the old values.
 *
 * <pre>{@code
 * @Removed(name = "lives", since = 3)
 * @SaveSchema(version = 3)
 * public record Progress(…) {}
 *
 * @Removed(name = "NIGHTMARE", since = 3)
 * public enum Difficulty { EASY, HARD }
 * }</pre>
 *
 * <p>When an older file is migrated, whatever has the name is removed: a component's value; a constant or an object as an element
 * of a collection, or as a key or value with its entry. A component whose whole value it was takes its default. {@code
 * LoadResult.steps()} reports all of it, and a {@link Migration} of the same step still sees it.
 *
 * <p>On the annotated record, or on a record, an enum or a sealed interface within it; the version is always that of the whole
 * document. On a sealed interface within another it counts for both, unless the outer one still permits, outside of the inner one,
 * a record that has that name, or had it in the version before: then only the inner one has lost it.
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

    /**
     * Whether a record keeps the member, of which it no longer knows anything: it is left where it is, as one for {@link Unknown},
     * which the record must have. For a member of a record only.
     */
    boolean keep() default false;

    /** Holds repeated annotations; written by the compiler. */
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {

        /** The repeated annotations. */
        Removed[] value();
    }
}
