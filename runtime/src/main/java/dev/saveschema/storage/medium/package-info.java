/**
 * A storage for whatever is no folder: a table of a database, a key-value store, a map in memory.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.medium.GenerationMedium}: what such a place has to do. Understands nothing of content
 *   <li>{@link dev.saveschema.storage.medium.Generation}: one numbered save in it;
 *       {@link dev.saveschema.storage.medium.GenerationChange}: one transaction
 *   <li>{@link dev.saveschema.storage.medium.InDoubtException}: it is not known whether that happened
 *   <li>{@link dev.saveschema.storage.medium.MediumStorage}: recovery, evidence, backups and compare-and-swap on any of them
 *   <li>{@link dev.saveschema.storage.medium.MemoryMedium}: the one that lives as long as the program
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.medium;

import org.jspecify.annotations.NullMarked;
