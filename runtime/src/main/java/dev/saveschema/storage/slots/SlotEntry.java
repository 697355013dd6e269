package dev.saveschema.storage.slots;

import dev.saveschema.SaveSeal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A slot in a listing.
 *
 * @param save the file that its save has or will have
 * @param ends both ends of that file; empty if there is none, or it cannot be read
 * @param touched when the file was last written; if there is none, when the folder was
 */
public record SlotEntry(String name, Path save, Optional<Ends> ends, Instant touched) {

    /**
     * Both ends of a save.
     *
     * @param head the first bytes of the save
     * @param seal the seal at its end, if that is the seal of a file of this size; whether the seal holds was not looked at
     * @param size the number of its bytes
     */
    public record Ends(byte[] head, Optional<SaveSeal> seal, long size) {}
}
