/** Formats that have everything in them which a format can have, to be damaged. */
@NullMarked
package dev.saveschema.proof;

import org.jspecify.annotations.NullMarked;
