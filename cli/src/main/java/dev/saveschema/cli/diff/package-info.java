/**
 * How two saves differ in what they mean.
 *
 * <ul>
 *   <li>{@link Differences}: compares two documents, and gives each {@link Difference}.
 *   <li>{@link Moves}: joins what is gone and what is new where it is the same.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.diff;

import org.jspecify.annotations.NullMarked;
