package dev.saveschema.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that SaveSchema generated. Coverage tools leave out classes whose annotations include one, kept in the class
 * file, with {@code Generated} in its name; {@code javax.annotation.processing.Generated} is not kept there.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SaveSchemaGenerated {}
