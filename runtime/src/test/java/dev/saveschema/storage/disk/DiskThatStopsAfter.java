package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Serves n calls after it was armed, and then none any more, as if the process had been killed. */
public final class DiskThatStopsAfter extends ForwardingDisk {

    /** The end of a killed process: every call from then on throws this. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final int served;
    private boolean armed;
    private int calls;

    public DiskThatStopsAfter(int served) {
        this.served = served;
    }

    public void arm() {
        armed = true;
    }

    @Override
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
        if (armed && ++calls > served) {
            throw new Killed();
        }
        return call.make();
    }
}
