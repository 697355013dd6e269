/**
 * Bytes and characters of JSON (RFC 8259); nothing of records. Internal: not exported.
 *
 * <p>Reading, each of which continues the one before:
 *
 * <ul>
 *   <li>{@link dev.saveschema.json.ByteCursor}: a place among bytes; passes over white space, and ends a document early;
 *   <li>{@link dev.saveschema.json.TextScanner}: text between quotes, with its {@link dev.saveschema.json.Escapes};
 *       {@link dev.saveschema.json.RepeatedTexts}: texts that are met again and again;
 *   <li>{@link dev.saveschema.json.NumberScanner}: numbers, in place;
 *   <li>{@link dev.saveschema.json.ValueScanner}: the value at a place, and the end of something that is no value;
 *   <li>{@link dev.saveschema.json.NameScanner}: names with their colons;
 *   <li>{@link dev.saveschema.json.Scanner}: objects and arrays, and what separates their parts. The rest of the runtime uses this class.
 * </ul>
 *
 * <p>Helpers of reading:
 *
 * <ul>
 *   <li>{@link dev.saveschema.json.Token}: the kind of value at a place;
 *   <li>{@link dev.saveschema.json.NameTable}: finds names by their bytes;
 *   <li>{@link dev.saveschema.json.Lookahead}: finds a member before reading comes to it;
 *   <li>{@link dev.saveschema.json.Defect}: a part that is not JSON and can be passed over, and the loss that it causes;
 *   <li>{@link dev.saveschema.json.MalformedContentException}: a document that cannot be read on;
 *   <li>{@link dev.saveschema.json.Encoding}: refuses UTF-16 and UTF-32.
 * </ul>
 *
 * <p>Writing:
 *
 * <ul>
 *   <li>{@link dev.saveschema.json.GrowingBytes}: bytes as they are; {@link dev.saveschema.json.ByteWriter}: values and texts. The
 *       rest of the runtime uses the latter;
 *   <li>{@link dev.saveschema.json.StructureWriter}: brackets, commas and names, and the layout;
 *   <li>{@link dev.saveschema.json.Name}, of {@link dev.saveschema.json.Piece}s: a name as the bytes that are written for it;
 *   <li>{@link dev.saveschema.json.Digits}: whole numbers;
 *   <li>{@link dev.saveschema.json.ShortestDouble}: doubles, in the fewest digits.
 * </ul>
 *
 * <p>Both: {@link dev.saveschema.json.Swar}, eight bytes at a time; {@link dev.saveschema.json.Utf8}, characters as bytes;
 * {@link dev.saveschema.json.Decimals}, the nearest doubles and floats, and the texts of floats.
 */
@NullMarked
package dev.saveschema.json;

import org.jspecify.annotations.NullMarked;
