/**
 * Several saves of one kind, each under a name that a person chose.
 *
 * <ul>
 *   <li>{@link dev.saveschema.slots.SaveSlots}: lists them, opens them, copies, renames, deletes, brings back and migrates
 *   <li>{@link dev.saveschema.slots.Slot}: one in a list
 *   <li>{@link dev.saveschema.slots.TrashedSlot}: one in the trash
 * </ul>
 */
@NullMarked
package dev.saveschema.slots;

import org.jspecify.annotations.NullMarked;
