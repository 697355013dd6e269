/**
 * What a version of a schema looks like, as a value that has nothing of Java and nothing of a file in it.
 *
 * <ul>
 *   <li>{@link Snapshot}: a version: its definitions, the root first.
 *   <li>{@link Definition}: an object, a choice of objects or a choice of constants.
 *   <li>{@link ValueType}: a member's type, with its limits.
 *   <li>{@link TextFormat}: the formats that a text may have, such as a date.
 *   <li>{@link ValueTypeText}: a type as messages name it, and as Java writes it.
 *   <li>{@link MemberAt}: the member at a JSON Pointer.
 *   <li>{@link OnlyPlace}: the pointer to an object that is in one place only.
 *   <li>{@link Mentions}: the definitions that a type mentions.
 *   <li>{@link Json}, {@link JsonText}, {@link JsonLayout}: a JSON value, read, and written in our layout.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.snapshot;

import org.jspecify.annotations.NullMarked;
