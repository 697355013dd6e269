/**
 * Reads an annotated record into the model. Nothing else talks to the compiler, but for the processor's entry and
 * {@code read.mirror}, by which it is asked.
 *
 * <ul>
 *   <li>{@link dev.saveschema.processor.read.SchemaReader} reads a record that carries {@code @SaveSchema}, and answers a
 *       {@link dev.saveschema.processor.read.SchemaReading}; {@code Reading} is what it has found so far;
 *   <li>{@code RecordReader}, {@code ComponentReader}, {@code ShapeReader}: a record, its components, their types, with
 *       {@code ChoiceReader} for sealed interfaces, {@code OneOfReader} for those without a discriminator, {@code EnumReader},
 *       {@code CodecReader} with {@code Codec} and {@code FormReader}, {@code UnknownReader}, {@code SetElements}, and {@code GenericPath} against types
 *       without end;
 *   <li>{@code LimitReader}, {@code Constraints}, {@code ConstraintReader}, {@code EachText}: limits, also as Jakarta Validation spells
 *       them; {@code FactoryReader}: factories of records and defaults;
 *   <li>{@code StepReader}, {@code TypedStepReader}, {@code OlderRecords}: migrations; {@code EnvelopeReader}: envelopes;
 *   <li>{@code Accessibility}, {@code Methods}, {@code Constructible}: what the generated class can see, call and make;
 *   <li>{@code UnsupportedTypes}, {@code UnsupportedTypeException}: types that SaveSchema does not know; {@code NotHonouredException}:
 *       a constraint that cannot be made a limit;
 *       {@link dev.saveschema.processor.read.StrayAnnotations}: annotations without effect.
 * </ul>
 */
@NullMarked
package dev.saveschema.processor.read;

import org.jspecify.annotations.NullMarked;
