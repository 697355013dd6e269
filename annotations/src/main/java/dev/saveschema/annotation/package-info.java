/**
 * The annotations that turn a record into a save format.
 *
 * <p>A component's annotations have the targets {@code RECORD_COMPONENT} and {@code FIELD}: the compiler then copies them
 * to the component's private field, which is the one place that every javac from 17 on can point at in a message. All of
 * them are kept in class files, so that a record from another jar keeps its rules, and none is visible at run time.
 */
package dev.saveschema.annotation;
