/**
 * Prints a checked schema as Java. The printed code should read as if a careful person had typed it: a generated method lists facts
 * about the record, and the runtime knows what to do with them.
 */
@NullMarked
package dev.saveschema.processor.emit;

import org.jspecify.annotations.NullMarked;
