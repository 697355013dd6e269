package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Path;

/** One thing that happens to saves, acted out with real files. */
interface Scene {

    String title();

    /** The name of the folder that its files are in. */
    String folder();

    /**
     * @param folder its own, empty
     * @throws BrokenPromiseException if it does not end as it must
     */
    void play(Page page, Path folder) throws IOException;
}
