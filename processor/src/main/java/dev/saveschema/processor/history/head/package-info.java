/**
 * The version that the sources describe, in the words of the history.
 *
 * <ul>
 *   <li>{@link HeadSnapshot}: the snapshot of the sources, and the record, enum or interface behind each of its definitions.
 *   <li>{@link SnapshotTaker}: makes it of the model.
 *   <li>{@link SourceLookup}: finds what a definition of some version is in the sources today.
 *   <li>{@link DefaultJson}: a component's default as a JSON value.
 *   <li>{@link LimitTypes}: a component's limits as part of a type.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.head;

import org.jspecify.annotations.NullMarked;
