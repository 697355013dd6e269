/** Finds mistakes in a schema that could be read. Each check is a class of its own, and sees only the model. */
@NullMarked
package dev.saveschema.processor.check;

import org.jspecify.annotations.NullMarked;
