/**
 * A schema as plain values. There is no compiler type in it, so that a test can build one by hand. The values are not checked: the
 * reader reports only what the model cannot express, and the checks find all other mistakes.
 *
 * <ul>
 *   <li>{@link dev.saveschema.processor.model.SchemaModel} is made of {@link dev.saveschema.processor.model.RecordModel}s, which are made
 *       of {@link dev.saveschema.processor.model.Component}s and {@link dev.saveschema.processor.model.UnknownMembers};
 *   <li>{@link dev.saveschema.processor.model.Shape}: a component's type, with {@link dev.saveschema.processor.model.ScalarKind},
 *       {@link dev.saveschema.processor.model.EnumConstant}, {@link dev.saveschema.processor.model.Subtype} and
 *       {@link dev.saveschema.processor.model.Alternative}; {@link dev.saveschema.processor.model.JsonType} and
 *       {@link dev.saveschema.processor.model.JsonTypes}: what it is in a file;
 *   <li>{@link dev.saveschema.processor.model.Fallback}: its default; {@link dev.saveschema.processor.model.Limits},
 *       {@link dev.saveschema.processor.model.Bound}, {@link dev.saveschema.processor.model.Limitable}: its limits;
 *   <li>{@link dev.saveschema.processor.model.Rename}, {@link dev.saveschema.processor.model.Move},
 *       {@link dev.saveschema.processor.model.Removal}, {@link dev.saveschema.processor.model.Step},
 *       {@link dev.saveschema.processor.model.Downgrade}: how versions differ;
 *       {@link dev.saveschema.processor.model.Envelope}: how a format states its own;
 *   <li>{@link dev.saveschema.processor.model.Named}, {@link dev.saveschema.processor.model.Spelling}: names in the file;
 *       {@link dev.saveschema.processor.model.JsonPointer}, {@link dev.saveschema.processor.model.TextMatch}: places and patterns;
 *   <li>{@link dev.saveschema.processor.model.ClassRef}, {@link dev.saveschema.processor.model.Documentation},
 *       {@link dev.saveschema.processor.model.Surroundings}: what the generated class needs to know of the sources.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.model;

import org.jspecify.annotations.NullMarked;
