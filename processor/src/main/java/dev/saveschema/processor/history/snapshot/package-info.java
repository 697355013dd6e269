/**
 * The shape of a schema's version, as a value that knows nothing of Java classes and of files.
 *
 * <ul>
 *   <li>{@link Snapshot}: a version: its definitions, the root first.
 *   <li>{@link Definition}: an object, a choice of objects or a choice of constants.
 *   <li>{@link ValueType}: a member's type, with its limits.
 *   <li>{@link TextFormat}: the formats that a text may have, such as a date.
 *   <li>{@link ValueTypeText}: a type in messages, and in Java.
 *   <li>{@link MemberAt}: the member at a JSON Pointer.
 *   <li>{@link OnlyPlace}: the pointer to an object that is in one place only.
 *   <li>{@link Mentions}: the definitions that a type mentions.
 *   <li>{@link Json}, {@link JsonText}, {@link JsonLayout}: a JSON value, its reader, and its writer.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.snapshot;

import org.jspecify.annotations.NullMarked;
