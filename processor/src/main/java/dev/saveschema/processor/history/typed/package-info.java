/**
 * Older versions as records, for steps that are written in Java types.
 *
 * <ul>
 *   <li>{@link TypedVersion}: a locked version as a model like that of the sources.
 *   <li>{@link JavaNames}: the names of components and constants, made of the names in the file.
 *   <li>{@link LiteralOf}: a JSON value as the literal of an annotation.
 *   <li>{@link OldLimits}: the limits of a member, from its type.
 *   <li>{@link PlainValue}: a default for a member whose own default was made by code that is gone.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.typed;

import org.jspecify.annotations.NullMarked;
