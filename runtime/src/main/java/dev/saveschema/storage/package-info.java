/**
 * The place where bytes survive, as a store needs it. A storage knows nothing of schemas, and asks a
 * {@link dev.saveschema.storage.ContentReader} whether bytes make sense. A program sees this package only if it writes a storage of its
 * own.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.SaveStorage}: loads, saves, and is closed; its
 *       {@link dev.saveschema.storage.Durability} is what survives
 *   <li>{@link dev.saveschema.storage.StorageOptions}: how it is opened
 *   <li>{@link dev.saveschema.storage.ContentReader}: what a load asks about bytes;
 *       {@link dev.saveschema.storage.UnusableContentException} is one of its answers
 *   <li>{@link dev.saveschema.storage.Retrieval}: what a load found
 *   <li>{@link dev.saveschema.storage.SaveRequest}: what to save, a {@link dev.saveschema.storage.SaveBody} with its
 *       {@link dev.saveschema.storage.SealedVersions}, and what to {@link dev.saveschema.storage.Keep} of the save before
 *   <li>{@link dev.saveschema.storage.RandomIds}: the ids that tell one save from another
 * </ul>
 *
 * <p>{@code medium} makes a storage of anything that keeps numbered generations. The other rooms keep a save in files, each knowing only
 * those before it: {@code disk} (calls and names), {@code seal} (the last member of a save), {@code lock} (who may save),
 * {@code recovery} (which file is the save), {@code file} (how it is replaced), {@code slots} (a folder with many saves). They are
 * internal.
 */
@NullMarked
package dev.saveschema.storage;

import org.jspecify.annotations.NullMarked;
