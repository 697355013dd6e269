/**
 * Internal: which of the files is the save. Changes nothing on the disk.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.recovery.Loading}: one load: scans, decides, and has the content read
 *   <li>{@link dev.saveschema.storage.recovery.Survey}: the live file and its neighbours, read as far as necessary
 *   <li>{@link dev.saveschema.storage.recovery.RecoveryTable}: the decision, as a table
 *   <li>{@link dev.saveschema.storage.recovery.Look}: one file as it was found
 *   <li>{@link dev.saveschema.storage.recovery.Sighting}: a file as far as the table must know it
 *   <li>{@link dev.saveschema.storage.recovery.Known}: what is known of the files until the next load or save
 *   <li>{@link dev.saveschema.storage.recovery.Leftover}: a file that is in the way, and what becomes of it
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.recovery;

import org.jspecify.annotations.NullMarked;
