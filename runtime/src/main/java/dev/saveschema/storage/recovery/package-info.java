/**
 * Internal: which of the files is the save. Changes nothing on the disk.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.recovery.Recovery}: one load: scans, decides, and has the content read
 *   <li>{@link dev.saveschema.storage.recovery.SingleDocument}: a load of bytes that have nothing beside them
 *   <li>{@link dev.saveschema.storage.recovery.RecoveryScan}: the live file and its neighbours, read as far as necessary
 *   <li>{@link dev.saveschema.storage.recovery.RecoveryTable}: the decision, as a table
 *   <li>{@link dev.saveschema.storage.recovery.FileSnapshot}: one file as it was found
 *   <li>{@link dev.saveschema.storage.recovery.Candidate}: what the table needs to know of a file
 *   <li>{@link dev.saveschema.storage.recovery.StorageState}: what is known of the files until the next load or save
 *   <li>{@link dev.saveschema.storage.recovery.Leftover}: a file beside the save that does not stay as it is, and what becomes of it
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.recovery;

import org.jspecify.annotations.NullMarked;
