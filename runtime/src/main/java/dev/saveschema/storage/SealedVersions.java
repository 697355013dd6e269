package dev.saveschema.storage;

/**
 * The versions in a seal, which say what older programs may do with the file. To the storage these are four numbers.
 *
 * @param version the version of the document
 * @param reads the oldest version whose program reads all of it that it knows
 * @param writes the oldest version whose program may write it back
 * @param by the version of the program that wrote it
 */
public record SealedVersions(int version, int reads, int writes, int by) {

    /** No versions: seals of format 1 say nothing of them. */
    public static final SealedVersions NONE = new SealedVersions(0, 0, 0, 0);

    /** Whether the seal says anything of versions. */
    public boolean isKnown() {
        return version > 0;
    }
}
