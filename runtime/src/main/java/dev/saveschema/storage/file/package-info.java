/**
 * Internal: a save that is kept in a file and the files beside it.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.file.FileStorage}: opens, loads, saves, closes
 *   <li>{@link dev.saveschema.storage.file.FileReading}: reads beside the owner, without a lock
 *   <li>{@link dev.saveschema.storage.file.FileRemoval}: removes a save with all that is beside it
 *   <li>{@link dev.saveschema.storage.file.SaveBytes}: whole saves as bytes, in no file
 *   <li>{@link dev.saveschema.storage.file.SaveProtocol}: how a body becomes the newest generation
 *   <li>{@link dev.saveschema.storage.file.Commit}: the rename, the force and what is cleared away then
 *   <li>{@link dev.saveschema.storage.file.UnfinishedSaves}: finishes what a killed program began
 *   <li>{@link dev.saveschema.storage.file.FileState}: what is known of the files between two saves, and looks at them again
 *   <li>{@link dev.saveschema.storage.file.Attempt}: a written temp
 *   <li>{@link dev.saveschema.storage.file.FailedAttempts}: what becomes of one that is not published
 *   <li>{@link dev.saveschema.storage.file.FileCopies}: the files beside a save that a person may want to go back to
 *   <li>{@link dev.saveschema.storage.file.SaveFailures}: the exceptions of a save
 *   <li>{@link dev.saveschema.storage.file.ChangeDetector}: whether somebody else changed the live file
 *   <li>{@link dev.saveschema.storage.file.TempWriter}: writes the new content beside the live file
 *   <li>{@link dev.saveschema.storage.file.Publication}: what is kept before the new file takes its place, and what goes after
 *   <li>{@link dev.saveschema.storage.file.Rotation}: the live file becomes a backup, the backup an older one
 *   <li>{@link dev.saveschema.storage.file.BackupPermissions}: backups are as private as the save
 *   <li>{@link dev.saveschema.storage.file.DatedBackups}: the backups behind those two, for their hours and days
 *   <li>{@link dev.saveschema.storage.file.Quarantine}: keeps files aside that nobody could use, or that somebody else wrote
 *   <li>{@link dev.saveschema.storage.file.ReceiptBuilder}: what a save did, for its receipt
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.file;

import org.jspecify.annotations.NullMarked;
