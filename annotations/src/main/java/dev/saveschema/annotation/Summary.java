package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Shows a component in a list of slots: a title, a level, the time played.
 *
 * <pre>{@code
 * @Summary @Default("") String title,
 * @Summary @Default("1") int level,
 * List<Item> items
 * }</pre>
 *
 * <p>The components that are annotated so are written first, right after {@code $version}, so that a list of many large saves
 * reads only their beginnings. The generated class has a record of them, {@code ProgressSchema.Summary}, in which they are
 * repaired like the rest. A save that was written before, or by hand, is read whole instead, and migrated if it is older.
 *
 * <p>A component of the {@code @SaveSchema} record itself may be annotated so if it is a single value: a number, a text, an enum, a
 * date, an {@code Optional} of one, or what a codec reads. Where a member stands in a file is no part of its format: to annotate a
 * component, or no longer to, needs no new version.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Summary {}
