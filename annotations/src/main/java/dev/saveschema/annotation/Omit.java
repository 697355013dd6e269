package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Leaves a member out of the file where its value is the default: an empty optional, an empty collection or map, or what
 * {@link Default} says. That the file does not have it is no repair then.
 *
 * <pre>{@code
 * record Cell(@Default("") String source, @Omit Optional<String> id, @Omit List<String> tags, @Omit @Default("1") int size) {}
 * }</pre>
 *
 * <p>On a record it is for each of its components to which it can apply, on a {@link SaveSchema} record for those of every record in the
 * document. It does not apply to nested records and sealed interfaces, nor where the default is made by a factory.
 *
 * <p>A file without the member means the default of the version that wrote it. Another default is therefore another version, and the
 * step to it puts the old default into files that have none.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.TYPE})
public @interface Omit {}
