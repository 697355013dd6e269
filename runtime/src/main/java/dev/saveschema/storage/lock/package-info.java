/**
 * Internal: who may change a file.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.lock.SaveLock}: the lock, from opening to closing
 *   <li>{@link dev.saveschema.storage.lock.Backoff}: how long a shared store lets others have their turn
 *   <li>{@link dev.saveschema.storage.lock.OpenFiles}: what is open in this process
 *   <li>{@link dev.saveschema.storage.lock.LockFiles}: opens the lock file, and makes one that the right people can open
 *   <li>{@link dev.saveschema.storage.lock.LockOwner}: the text in a lock file
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.lock;

import org.jspecify.annotations.NullMarked;
