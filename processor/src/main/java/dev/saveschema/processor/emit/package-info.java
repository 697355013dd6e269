/**
 * Writes a checked schema down as Java. What it prints should read as if a careful person had typed it: a generated method is a
 * list of facts about the record, and what the facts mean is the runtime's business.
 */
@NullMarked
package dev.saveschema.processor.emit;

import org.jspecify.annotations.NullMarked;
