/** What applications call: {@link dev.saveschema.SaveStore}, what it returns and what it throws. */
@NullMarked
package dev.saveschema;

import org.jspecify.annotations.NullMarked;
