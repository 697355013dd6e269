/** The processor's entry: read, check, emit, write. */
@NullMarked
package dev.saveschema.processor;

import org.jspecify.annotations.NullMarked;
