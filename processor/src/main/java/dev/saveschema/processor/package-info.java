/** The processor's entry: read a schema into the model, check it, compare it with the history, emit its class, lock its version. */
@NullMarked
package dev.saveschema.processor;

import org.jspecify.annotations.NullMarked;
