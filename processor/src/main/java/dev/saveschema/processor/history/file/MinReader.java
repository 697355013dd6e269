package dev.saveschema.processor.history.file;

/**
 * How old a program may be that meets a file of a version.
 *
 * @param reads the oldest version whose program reads all of it that it knows
 * @param writes the oldest version whose program may write it back, and loses nothing; not below {@code reads}
 */
public record MinReader(int reads, int writes) {

    /** For files that only programs of their own version can use. */
    public static MinReader only(int version) {
        return new MinReader(version, version);
    }
}
