/** Measures reading and writing a save beside what somebody would write without SaveSchema. */
@NullMarked
package dev.saveschema.benchmark;

import org.jspecify.annotations.NullMarked;
