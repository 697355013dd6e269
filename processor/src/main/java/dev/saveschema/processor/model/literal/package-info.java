/**
 * Values that annotations give as text.
 *
 * <ul>
 *   <li>{@link dev.saveschema.processor.model.literal.Literals} reads the text of a {@code @Default} as a
 *       {@link dev.saveschema.processor.model.literal.Literal} of its component's type, or throws a
 *       {@link dev.saveschema.processor.model.literal.LiteralException} that says why not;
 *       {@link dev.saveschema.processor.model.literal.UnknownNameException} is the one for a name that does not exist;
 *   <li>{@code NumberLiterals} reads numbers, {@code JsonLiterals} collections and maps, {@code TreeLiterals} any JSON;
 *   <li>{@code TreeIdentity}: when two values are the same at run time, so that a set does not hold one twice;
 *   <li>{@link dev.saveschema.processor.model.literal.Surrogates}: texts that UTF-8 cannot hold.
 * </ul>
 *
 * <p>The model does not know this package: it holds the text, and whoever needs the value reads it.
 */
@NullMarked
package dev.saveschema.processor.model.literal;

import org.jspecify.annotations.NullMarked;
