/**
 * What a store needs of a place where bytes survive, and the rooms of the one that keeps them in files. Knows nothing of schemas;
 * whether bytes make sense it asks a {@link dev.saveschema.storage.ContentReader}.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.SaveStorage}: loads, saves, and is closed
 *   <li>{@link dev.saveschema.storage.StorageOptions}: how it is opened
 *   <li>{@link dev.saveschema.storage.ContentReader}: what a load asks about bytes;
 *       {@link dev.saveschema.storage.UnusableContentException} is one of its answers
 *   <li>{@link dev.saveschema.storage.Retrieval}: what a load found
 *   <li>{@link dev.saveschema.storage.SaveRequest}: what to save, and what to {@link dev.saveschema.storage.Keep} of the file before
 * </ul>
 *
 * <p>The rooms, each of which knows only those before it: {@code disk} (calls and names), {@code seal} (the last member of a
 * file), {@code lock}, {@code recovery} (which file is the save), {@code file} (how it is replaced). They are internal.
 */
@NullMarked
package dev.saveschema.storage;

import org.jspecify.annotations.NullMarked;
