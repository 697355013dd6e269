/**
 * What can be wrong between the sources and the history.
 *
 * <ul>
 *   <li>{@link HistoryChecks}: all checks, each a {@link HistoryCheck}.
 *   <li>{@link VersionSequenceCheck}: a version has no file, or a newer one has.
 *   <li>{@link UnusableFiles}: a file was edited, or is no version's file.
 *   <li>{@link LockedHeadCheck}: the sources differ from their own locked version; {@link DifferenceTable} says in what.
 *   <li>{@link LockedCodeCheck}: a step in code that a locked version needs is gone.
 *   <li>{@link ReusedNameCheck}: a removed member's name has another meaning.
 *   <li>{@link ContradictionCheck}: an annotation says of a locked version what is not so.
 *   <li>{@link ConversionSourceCheck}: a conversion takes another type than the locked version has.
 *   <li>{@link PartStepCheck}: a step for a part is for nothing, or takes another part than stands there.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.check;

import org.jspecify.annotations.NullMarked;
