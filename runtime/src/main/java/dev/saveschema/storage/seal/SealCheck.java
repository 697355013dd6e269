package dev.saveschema.storage.seal;

import java.util.Optional;
import java.util.OptionalLong;

/** The verdict on a file by the seal at its end. */
public sealed interface SealCheck {

    /**
     * The seal is ours, and every byte is as it was sealed.
     *
     * @param bodyLength the number of bytes that precede the seal and its comma
     */
    record Holds(Seal seal, int bodyLength) implements SealCheck {}

    /**
     * The file ends in something like a seal that does not hold.
     *
     * @param generation the generation that the seal says, which may be wrong
     * @param id the id that the seal says, which may be wrong
     * @param damage how the bytes themselves tell that nobody edited them; empty if they do not
     */
    record Broken(OptionalLong generation, Optional<String> id, Optional<String> damage) implements SealCheck {}

    /** There is no seal. */
    record None() implements SealCheck {}

    /** There is a seal of a format that came after this program. */
    record Newer(int format, OptionalLong generation) implements SealCheck {

        /** The verdict in the words of a finding. */
        public String detail() {
            return "sealed in format " + format + ", which is newer than this program";
        }
    }

    /**
     * The id by which the next save names exactly this content as its parent: the id in the seal, or if that does not hold, the sums of
     * the whole file.
     *
     * @param file the bytes that were checked; empty if they could not be read
     */
    default String contentId(Optional<byte[]> file) {
        if (this instanceof Holds holds) {
            return holds.seal().id();
        }
        return file.map(bytes -> Fingerprint.of(bytes).inHex()).orElse(Seal.NO_PARENT);
    }
}
