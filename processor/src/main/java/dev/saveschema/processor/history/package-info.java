/**
 * What released versions of a schema looked like: files that are kept beside the sources, one for each version, and what follows
 * from them. Knows JSON and the model, and no compiler.
 */
@NullMarked
package dev.saveschema.processor.history;

import org.jspecify.annotations.NullMarked;
