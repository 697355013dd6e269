/**
 * A broad save, as games have them, read and written by SaveSchema and by what people would use instead. {@link
 * dev.saveschema.benchmark.broad.BroadReport} measures all of them; {@link dev.saveschema.benchmark.broad.Slices} one, beside the
 * reference; {@link dev.saveschema.benchmark.broad.Contender} lists them.
 */
@NullMarked
package dev.saveschema.benchmark.broad;

import org.jspecify.annotations.NullMarked;
