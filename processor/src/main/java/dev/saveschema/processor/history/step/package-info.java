/**
 * The steps from one version to the next.
 *
 * <ul>
 *   <li>{@link SchemaAndHistory}: a schema in its sources beside the schema in its history, which the other classes are asked about.
 *   <li>{@link Comparison}: compares two versions member by member, and gives each {@link Difference}.
 *   <li>{@link Widening}: whether every value of one type reads as a value of another.
 *   <li>{@link Acceptance}: whether the limits of one type allow every value of another.
 *   <li>{@link OlderPrograms}: the programs of older versions that can read or write files of the head.
 *   <li>{@link Lineage}: follows definitions of older versions up to the sources.
 *   <li>{@link DeclaredChanges}: the changes that annotations declare.
 *   <li>{@link DraftStep}: the step to a version that is not locked: declared changes, completed by those that the comparison shows.
 *   <li>{@link Successors}: the members that a vanished member may have become.
 *   <li>{@link ConvertedMember}: the member that a step in code converts.
 *   <li>{@link StepParts}: the definitions that a step for a part leads to.
 *   <li>{@link StepPlans}, {@link StepPlan}: the work of generated code in each step.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.history.step;

import org.jspecify.annotations.NullMarked;
