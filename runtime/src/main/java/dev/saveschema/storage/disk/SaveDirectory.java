package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The directory of one save: the calls that reach it, the names in it, and the size up to which its files are read.
 *
 * @param maxBytes a larger file is a {@link FileTooLargeException}
 * @param sealed whether files get a seal
 */
public record SaveDirectory(FileOps ops, FileNames names, long maxBytes, boolean sealed) {

    /** The same directory, in which only a file whose seal holds is taken for whole. */
    public SaveDirectory requiringSeals() {
        return new SaveDirectory(ops, names, maxBytes, true);
    }

    /** The live file. */
    public Path live() {
        return names.live();
    }

    /** The bytes of a whole file. */
    public byte[] read(Path file) throws IOException {
        return ops.read(file, maxBytes);
    }
}
