/**
 * Helpers for texts, which know nothing of files. Internal: not exported.
 *
 * <ul>
 *   <li>{@link dev.saveschema.text.Excerpt}: a text from a file, made fit for a message;
 *   <li>{@link dev.saveschema.text.JsonPointer}: places in a document (RFC 6901);
 *   <li>{@link dev.saveschema.text.IsoTime}: the usual ISO forms of dates, instants and durations;
 *   <li>{@link dev.saveschema.text.TextMatch}: regular expressions within a limit.
 * </ul>
 */
@NullMarked
package dev.saveschema.text;

import org.jspecify.annotations.NullMarked;
