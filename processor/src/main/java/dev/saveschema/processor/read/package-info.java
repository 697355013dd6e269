/** Reads an annotated record into the model: the one package, beside the entry, that talks to the compiler. */
@NullMarked
package dev.saveschema.processor.read;

import org.jspecify.annotations.NullMarked;
