package dev.saveschema.storage;

import java.io.IOException;
import java.nio.file.Path;

/** Fails one call, the n-th after it was armed, before the call has any effect or after it had. */
final class DiskThatFailsAt extends ForwardingDisk {

    private final int failing;
    private final boolean afterTheEffect;
    private boolean armed;
    private int calls;
    private String failed = "";

    DiskThatFailsAt(int failing, boolean afterTheEffect) {
        this.failing = failing;
        this.afterTheEffect = afterTheEffect;
    }

    void arm() {
        armed = true;
    }

    void disarm() {
        armed = false;
    }

    boolean hasFailed() {
        return !failed.isEmpty();
    }

    String failed() {
        return failed;
    }

    @Override
    <T> T through(String name, Path path, Call<T> call) throws IOException {
        boolean fails = armed && ++calls == failing;
        if (fails) {
            failed = name + " " + path.getFileName() + (afterTheEffect ? ", after its effect" : "");
        }
        if (fails && !afterTheEffect) {
            throw new IOException("no " + failed + " for you");
        }
        T result = call.make();
        if (fails) {
            throw new IOException("no " + failed + " for you");
        }
        return result;
    }
}
