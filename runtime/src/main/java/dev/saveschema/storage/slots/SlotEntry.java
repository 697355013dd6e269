package dev.saveschema.storage.slots;

import dev.saveschema.SaveSeal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A slot in a listing.
 *
 * @param save the file that its save has or will have
 * @param ends what is at both ends of that file; empty if there is none, or it cannot be read
 * @param touched when the file was last written; if there is none, its folder
 */
public record SlotEntry(String name, Path save, Optional<Ends> ends, Instant touched) {

    /**
     * Both ends of a save.
     *
     * @param head its first bytes
     * @param seal what a seal at its end says, if that is of a file of this size; whether it holds was not looked at
     * @param size in bytes
     */
    public record Ends(byte[] head, Optional<SaveSeal> seal, long size) {}
}
