/**
 * Bytes that survive: the save protocol, recovery, locks. Knows nothing of schemas; whether bytes make sense it asks a
 * {@link dev.saveschema.storage.ContentReader}.
 */
@NullMarked
package dev.saveschema.storage;

import org.jspecify.annotations.NullMarked;
