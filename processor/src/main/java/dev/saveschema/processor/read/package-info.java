/** Reads an annotated record into the model. No other package talks to the compiler, but for the processor's entry. */
@NullMarked
package dev.saveschema.processor.read;

import org.jspecify.annotations.NullMarked;
