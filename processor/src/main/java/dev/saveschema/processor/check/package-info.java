/** What a schema that can be read may still have wrong: one class per idea, each on the model alone. */
@NullMarked
package dev.saveschema.processor.check;

import org.jspecify.annotations.NullMarked;
