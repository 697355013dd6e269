/**
 * Bytes and characters of JSON; nothing of records. Internal: not exported.
 *
 * <ul>
 *   <li>{@link dev.saveschema.json.Encoding}: tells what is no UTF-8;
 *   <li>{@link dev.saveschema.json.Swar}: eight bytes looked at at a time;
 *   <li>{@link dev.saveschema.json.MalformedContentException}: bytes that cannot be read on, and where.
 * </ul>
 */
@NullMarked
package dev.saveschema.json;

import org.jspecify.annotations.NullMarked;
