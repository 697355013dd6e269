/**
 * The problems that a schema can have, as values, and all their wording. The place of a problem is an {@link Origin}, which only
 * the reader understands.
 */
@NullMarked
package dev.saveschema.processor.problem;

import org.jspecify.annotations.NullMarked;
