/**
 * Internal: a folder of slots, each a folder of its own with one save in it.
 *
 * <pre>
 * saves/
 *   hero/save.json                                        a slot, with the save's neighbours beside it
 *   .trash/20261129T013000Z-6f1c0a9b5e3d7712-rogue/       a slot that was deleted
 *   .new-6f1c0a9b5e3d7712/                                a copy that is being made, or never was finished
 *   .gone-6f1c0a9b5e3d7712/                               a slot that is being removed for good
 *   .slots.lock                                           held while slots come, go or change their names
 * </pre>
 *
 * <ul>
 *   <li>{@link dev.saveschema.storage.slots.SlotFolder}: what can be done with the slots
 *   <li>{@link dev.saveschema.storage.slots.SlotNames}: which names a slot may have
 *   <li>{@link dev.saveschema.storage.slots.SlotEntry}: what a listing tells of a slot, from both ends of its file
 *   <li>{@code SlotDirectory}: which folder is which slot; {@code SlotCopy} makes another one like it
 *   <li>{@code SlotTrash}: slots that were deleted, each a {@link dev.saveschema.storage.slots.TrashEntry}
 *   <li>{@code FolderLock}: lets one thread at a time, of all programs, change which slots there are
 * </ul>
 */
@NullMarked
package dev.saveschema.storage.slots;

import org.jspecify.annotations.NullMarked;
