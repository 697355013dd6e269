/**
 * Internal: which of the files is the save. Changes nothing on the disk.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.recovery.Recovery}: one load: scans, decides, and has the content read
 *   <li>{@link dev.saveschema.storage.recovery.SingleDocument}: bytes that have nothing beside them
 *   <li>{@link dev.saveschema.storage.recovery.RecoveryScan}: the live file and its neighbours, read as far as necessary
 *   <li>{@link dev.saveschema.storage.recovery.RecoveryTable}: the decision, as a table
 *   <li>{@link dev.saveschema.storage.recovery.FileSnapshot}: one file as it was found
 *   <li>{@link dev.saveschema.storage.recovery.Candidate}: a file as far as the table must know it
 *   <li>{@link dev.saveschema.storage.recovery.StorageState}: what is known of the files until the next load or save
 *   <li>{@link dev.saveschema.storage.recovery.Leftover}: a file that is in the way, and what becomes of it
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.recovery;

import org.jspecify.annotations.NullMarked;
