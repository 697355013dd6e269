/**
 * The files that keep the history beside the sources.
 *
 * <ul>
 *   <li>{@link HistoryDirectory}: the directory, with a folder for each schema.
 *   <li>{@link History}: the history of one schema: its locked versions, and the files that cannot be used.
 *   <li>{@link LockedVersion}: a locked version: the snapshot, and the changes that led to it.
 *   <li>{@link Change}, {@link ChangeJson}: a change that led to a version, and its JSON.
 *   <li>{@link SchemaFile}, {@link SchemaFileReader}: the file of one version, written and read.
 *   <li>{@link TypeSchema}, {@link TypeSchemaReader}: a type as a JSON Schema, written and read.
 *   <li>{@link Fields}: the members of an object that must be there.
 *   <li>{@link Fingerprint}: identifies the shape of a version.
 *   <li>{@link Digest}: identifies the text of a file, so that an edit is noticed.
 *   <li>{@link EditedException}, {@link NotASnapshotException}: a file that cannot be used, and why.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.file;

import org.jspecify.annotations.NullMarked;
