/**
 * A schema as plain values, with no compiler type: it can be built by hand in a test. Nothing in it is checked yet; what the
 * model cannot express is a problem of the reader's, everything else is the business of the checks.
 */
@NullMarked
package dev.saveschema.processor.model;

import org.jspecify.annotations.NullMarked;
