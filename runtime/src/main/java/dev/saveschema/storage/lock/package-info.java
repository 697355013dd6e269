/**
 * Internal: who may change a file.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.lock.SaveLock}: the lock, from opening to closing
 *   <li>{@link dev.saveschema.storage.lock.OpenFiles}: what is open in this process
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.lock;

import org.jspecify.annotations.NullMarked;
