/** What can be wrong with a schema, said as values; who wrote it and where is an {@link Origin} that only the reader understands. */
@NullMarked
package dev.saveschema.processor.problem;

import org.jspecify.annotations.NullMarked;
