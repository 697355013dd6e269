/**
 * Documents as trees of Jackson's nodes, and what they take of memory; nothing of schemas. Internal: not exported.
 *
 * <p>An older document as a tree whose nodes are made when a migration step asks for them:
 *
 * <ul>
 *   <li>{@link dev.saveschema.tree.LazyDocument}: the document, and the places of its values;
 *   <li>{@link dev.saveschema.tree.LazyValue}: a value that was not asked for;
 *   <li>{@link dev.saveschema.tree.LazyObject} and {@link dev.saveschema.tree.LazyArray}: to a step, nodes like any other;
 *   <li>{@link dev.saveschema.tree.LazyTrees}: work on such a tree that makes no further nodes;
 *   <li>{@link dev.saveschema.tree.TreeBytes}: the tree as bytes again, which are read like a file's.
 * </ul>
 *
 * <p>For trees of both kinds:
 *
 * <ul>
 *   <li>{@link dev.saveschema.tree.ScalarNodes}: nodes of texts and numbers;
 *   <li>{@link dev.saveschema.tree.MetNames}: names that are met again and again;
 *   <li>{@link dev.saveschema.tree.MemoryEstimate}: the bound on a document's members and memory, as a tree or as records.
 * </ul>
 */
@NullMarked
package dev.saveschema.tree;

import org.jspecify.annotations.NullMarked;
