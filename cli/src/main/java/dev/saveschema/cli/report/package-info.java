/**
 * A report as a page for a browser.
 *
 * <ul>
 *   <li>{@link Report}: the content of the page.
 *   <li>{@link ReportPage}: the page, with {@code report.css}.
 *   <li>{@link LifePicture}: the life of a schema, drawn.
 *   <li>{@link MarkedText}: the text of the file with its problems marked.
 *   <li>{@link Html}: escapes text.
 * </ul>
 */
@NullMarked
package dev.saveschema.cli.report;

import org.jspecify.annotations.NullMarked;
