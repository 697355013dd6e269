/**
 * A storage for places other than a folder: a table of a database, a key-value store, a map in memory.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.medium.GenerationMedium}: what such a place has to do. It understands nothing of content
 *   <li>{@link dev.saveschema.storage.medium.Generation}: one numbered save in it;
 *       {@link dev.saveschema.storage.medium.GenerationChange}: one transaction
 *   <li>{@link dev.saveschema.storage.medium.InDoubtException}: the transaction may have happened or not
 *   <li>{@link dev.saveschema.storage.medium.MediumStorage}: recovery, backups, copies that are kept, and compare-and-swap on any medium
 *   <li>{@link dev.saveschema.storage.medium.MemoryMedium}: the medium that lives as long as the program
 *   <li>{@code GenerationRecovery}: which of the generations is the save, each found as a {@code GenerationSnapshot}
 *   <li>{@code MediumState}: the generations as they are known between one load or save and the next
 *   <li>{@code Pruning}: the generations that go with a save
 *   <li>{@code CommitBackoff}: lets other programs go first
 *   <li>{@code CopyNames}: the names of the generations in messages
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.medium;

import org.jspecify.annotations.NullMarked;
