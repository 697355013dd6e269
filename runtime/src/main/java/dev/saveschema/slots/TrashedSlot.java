package dev.saveschema.slots;

import java.time.Instant;

/**
 * A slot in the trash, as {@link SaveSlots#trash} found it. It is there until {@link SaveSlots#emptyTrash} removes it.
 *
 * @param name that it had, and gets again
 * @param time when it was deleted, in whole seconds by the clock of that machine
 * @param id what tells it from others of the same name: that of its folder in the trash
 */
public record TrashedSlot(String name, Instant time, String id) {

    @Override
    public String toString() {
        return name + ", deleted " + time;
    }
}
