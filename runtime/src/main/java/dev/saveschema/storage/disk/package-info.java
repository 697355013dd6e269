/**
 * Internal: the disk, as calls that can each fail, and the names of the files beside a save.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.disk.FileOps}: every call, one method each
 *   <li>{@link dev.saveschema.storage.disk.DiskFileOps}: makes the calls, with {@code AttributeCopy} for a file's owner and mode,
 *       {@code RegularFiles} for one that is read, {@code ChannelOutput} for one that is written, {@code ChannelLockFile} for one that
 *       is locked, and {@code DirectoryTree} to remove a directory
 *   <li>{@code OwnerOnlyDisk}: makes them so that nobody else may read the files
 *   <li>{@code RetryingFileOps}: makes some of them again after a failure
 *   <li>{@link dev.saveschema.storage.disk.SystemError}: what the system says went wrong
 *   <li>{@link dev.saveschema.storage.disk.DirectoryForce}: makes names durable, where a directory can be forced and where it cannot
 *   <li>{@link dev.saveschema.storage.disk.FileNames}: the names beside a save
 *   <li>{@link dev.saveschema.storage.disk.SaveDirectory}: the calls, the names and the limit of size of one save
 *   <li>{@link dev.saveschema.storage.disk.LinkResolver}: the file that a path leads to
 *   <li>{@link dev.saveschema.storage.disk.Spelling}: how a directory spells a name, where upper and lower case are one
 *   <li>{@link dev.saveschema.storage.disk.TempFiles}: whole files under names that mean nothing yet;
 *       {@link dev.saveschema.storage.disk.TempLeftException} is one that could be neither finished nor deleted
 *   <li>{@link dev.saveschema.storage.disk.RandomTokens}: what tells temps and saves apart
 *   <li>{@link dev.saveschema.storage.disk.LinkOrCopy}: a second name for a file, or a copy
 *   <li>{@link dev.saveschema.storage.disk.IoThread}: the one thread that makes the calls
 *   <li>{@code IrreplaceableFileException}: a file that no rename can replace; {@code MountPoints} tells one kind of it
 *   <li>{@link dev.saveschema.storage.disk.FileTooLargeException}: a file with more bytes than are read
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.disk;

import org.jspecify.annotations.NullMarked;
