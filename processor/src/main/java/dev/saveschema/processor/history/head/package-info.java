/**
 * The snapshot of the version that the sources describe.
 *
 * <ul>
 *   <li>{@link HeadSnapshot}: the snapshot of the sources, and the record, enum or interface behind each of its definitions.
 *   <li>{@link SnapshotTaker}: makes that snapshot of the model.
 *   <li>{@link SourceLookup}: finds the components of an older version in today's sources.
 *   <li>{@link DefaultJson}: a component's default as a JSON value.
 *   <li>{@link LimitTypes}: a component's limits as part of a type.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.head;

import org.jspecify.annotations.NullMarked;
