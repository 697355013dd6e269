package dev.saveschema.processor.history.file;

/**
 * The oldest programs that can use files of a version.
 *
 * @param reads the oldest version whose programs read all members that they know
 * @param writes the oldest version whose programs may write the file back without a loss; not below {@code reads}
 */
public record MinReader(int reads, int writes) {

    /** The answer for files that only programs of the same version, or newer ones, can use. */
    public static MinReader only(int version) {
        return new MinReader(version, version);
    }
}
