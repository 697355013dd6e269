package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a sealed interface: a value that is one of several types of JSON, such as a text or a list of texts.
 *
 * <pre>{@code
 * @OneOf
 * public sealed interface Source {
 *     record Text(String text) implements Source {}
 *     record Lines(List<String> lines) implements Source {}
 * }
 * }</pre>
 *
 * <p>The file has {@code "a = 1"} or {@code ["a = 1", "b = 2"]}: nothing says which record it is but the type of JSON, so that each
 * of the records has one component, and no two have the same type of JSON there: text, number, true or false, list, object. A value is
 * written as the record that it was read as.
 *
 * <p>The component of a record has limits, as {@link Size}, and nothing that speaks of a member: neither a name nor a default. A value
 * that none of the records can take is repaired as any other. A {@link Default} of the interface is JSON, {@code @Default("[\"a\"]")}; what is
 * no JSON of one of these types is a text: {@code @Default("")}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OneOf {}
