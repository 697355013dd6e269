/**
 * Internal: the seal, which is the last member of a save and tells whether the others are as they were saved. Works on bytes; touches no
 * disk.
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.seal.Seal}: what a seal says
 *   <li>{@link dev.saveschema.storage.seal.Seals}: sets and checks seals
 *   <li>{@link dev.saveschema.storage.seal.SealCheck}: what the end of a file says about the whole of it
 *   <li>{@link dev.saveschema.storage.seal.SealFinding}: the same as a finding
 *   <li>{@link dev.saveschema.storage.seal.SealFormat}: how a layout spells a seal
 *   <li>{@link dev.saveschema.storage.seal.FlippedBit}: the one bit that explains why a seal does not hold
 *   <li>{@link dev.saveschema.storage.seal.FastSealReader}: reads a seal that holds, fast; {@code BackwardReader} is how
 *   <li>{@link dev.saveschema.storage.seal.SealReader}: judges every other end of a file
 *   <li>{@link dev.saveschema.storage.seal.Fingerprint}: tells content from other content; {@code RunningSums} takes it as bytes come
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.seal;

import org.jspecify.annotations.NullMarked;
