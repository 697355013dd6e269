/**
 * A schema as plain values. There is no compiler type in it, so that a test can build one by hand. The values are not checked: the
 * reader reports only what the model cannot express, and the checks find all other mistakes.
 */
@NullMarked
package dev.saveschema.processor.model;

import org.jspecify.annotations.NullMarked;
