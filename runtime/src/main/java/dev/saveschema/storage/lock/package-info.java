/**
 * Internal: who may change a file.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.lock.Lease}: the lock, from opening to closing
 *   <li>{@link dev.saveschema.storage.lock.Tenancy}: what is open in this process
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.lock;

import org.jspecify.annotations.NullMarked;
