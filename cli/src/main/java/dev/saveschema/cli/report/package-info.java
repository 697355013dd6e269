/**
 * A report as a page for a browser.
 *
 * <ul>
 *   <li>{@link Report}: what it tells.
 *   <li>{@link ReportPage}: the page, with {@code report.css}.
 *   <li>{@link LifePicture}: the life of a schema, drawn.
 *   <li>{@link MarkedText}: the text of the file with what is wrong marked.
 *   <li>{@link Html}: keeps text what is text.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.report;

import org.jspecify.annotations.NullMarked;
