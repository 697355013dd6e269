/**
 * The compiler's own view of a source, in the few questions that the readers ask of it. It reads
 * what is declared, and judges nothing.
 *
 * <ul>
 *   <li>{@link dev.saveschema.processor.read.mirror.Mirror}: an annotation and its attributes, read by name;
 *       {@link dev.saveschema.processor.read.mirror.DeclaredNames}: the names in the file that annotations give;
 *   <li>{@link dev.saveschema.processor.read.mirror.MirrorText}: types and methods as a developer writes them;
 *       {@link dev.saveschema.processor.read.mirror.JavadocText}: a comment without its tags;
 *   <li>{@link dev.saveschema.processor.read.mirror.SourceOrigin}: a place in the source, for a message;
 *   <li>{@link dev.saveschema.processor.read.mirror.PartTypes}: the records and interfaces that a document is made of;
 *       {@link dev.saveschema.processor.read.mirror.Ancestors}: whether those above a class exist;
 *   <li>{@link dev.saveschema.processor.read.mirror.UnresolvedException}: a type that does not exist, or not yet.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.read.mirror;

import org.jspecify.annotations.NullMarked;
