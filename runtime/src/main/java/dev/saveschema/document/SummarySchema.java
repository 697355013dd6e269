package dev.saveschema.document;

import dev.saveschema.codec.Members;
import dev.saveschema.codec.SaveReader;
import java.util.function.Function;

/**
 * The part of a document that a list of slots shows: a few of its members, which are written at its head, so that they can be read
 * without the rest.
 *
 * @param <T> the record
 * @param <S> the summary
 * @param members the members that the summary is made of
 * @param reading reads a summary from an object with these members, with the repairs of the record's
 * @param ofValue makes the summary of a value
 */
public record SummarySchema<T, S>(Members members, Function<SaveReader, S> reading, Function<T, S> ofValue) {}
