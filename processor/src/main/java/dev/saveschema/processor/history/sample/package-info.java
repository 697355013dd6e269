/**
 * A made-up save of a version.
 *
 * <ul>
 *   <li>{@link Sample}: the file that is locked beside the version's schema.
 *   <li>{@link SampleText}: a text of a format and a size.
 *   <li>{@link MatchingText}: a text that matches a pattern.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.sample;

import org.jspecify.annotations.NullMarked;
