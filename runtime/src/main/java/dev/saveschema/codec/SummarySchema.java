package dev.saveschema.codec;

import java.util.function.Function;

/**
 * What a list shows of a document: a few of its members, which are written at its head, so that they can be read without the rest.
 *
 * @param <T> the record
 * @param <S> the summary
 * @param members those that it is made of
 * @param reading reads it from an object that has these members, repaired like the record's
 * @param ofValue that of a value
 */
public record SummarySchema<T, S>(Members members, Function<SaveReader, S> reading, Function<T, S> ofValue) {}
