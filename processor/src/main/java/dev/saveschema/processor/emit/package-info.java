/**
 * Prints a checked schema as Java. The printed code should read as if a careful person had typed it: a generated method lists facts
 * about the record, and the runtime knows what to do with them.
 *
 * <ul>
 *   <li>{@link dev.saveschema.processor.emit.SchemaEmitter} emits the class of a schema, a
 *       {@link dev.saveschema.processor.emit.GeneratedSource}: {@code EntryPoints}, {@code WitherEmitter} and {@code CarryOverEmitter}
 *       emit what developers call, {@code NestedClasses} what does the work;
 *       {@link dev.saveschema.processor.emit.TypedRecordEmitter}: the record of an older version;
 *   <li>{@code LoaderEmitter} with {@code ReadParts}, {@code SaverEmitter} with {@code WriteParts}, {@code MigratorEmitter} with
 *       {@code ChangeCode} and {@code DefaultWriting}, {@code SummaryEmitter}: one nested class each, and the calls in it;
 *   <li>{@code CarryOver}, {@code Conversions}, {@code Conversion}: what of one version becomes what of the next by itself;
 *   <li>{@code Defaults}, {@code LiteralCode}, {@code LiteralText}, {@code CollectionCode}, {@code LimitCode}, {@code PartLimits}: values
 *       and limits as expressions;
 *   <li>{@code Identifiers}, {@code Locals}, {@code LoaderNames}, {@code RuntimeNames}, {@code SharedConstants}, {@code ShapeTypeName}:
 *       names and types;
 *   <li>{@code JavaText}, {@code SourceLayout}, {@code LongLine}: literals and lines as they are printed.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.emit;

import org.jspecify.annotations.NullMarked;
