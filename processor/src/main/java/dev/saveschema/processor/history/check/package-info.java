/**
 * Finds contradictions between the sources and the history.
 *
 * <ul>
 *   <li>{@link HistoryChecks}: all checks, each a {@link HistoryCheck}.
 *   <li>{@link VersionSequenceCheck}: a version has no file, or a newer one than the sources' has.
 *   <li>{@link UnusableFiles}: a file was edited, or is no history file.
 *   <li>{@link LockedHeadCheck}: the sources differ from their own locked version; {@link DifferenceTable} lists the differences.
 *   <li>{@link LockedCodeCheck}: a method that a locked step needs is gone.
 *   <li>{@link ReusedNameCheck}: the name of a removed member is used again with another type.
 *   <li>{@link ContradictionCheck}: an annotation contradicts a locked version.
 *   <li>{@link ConversionSourceCheck}: a conversion takes another type than the locked version has.
 *   <li>{@link PartStepCheck}: a step names a part that its versions do not have, or takes another part than they have there.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.check;

import org.jspecify.annotations.NullMarked;
