package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;

/** Fails one call, the n-th after it was armed, before the call has any effect or after it had. */
public final class DiskThatFailsAt extends ForwardingDisk {

    private final int failing;
    private final boolean afterTheEffect;
    private boolean armed;
    private int calls;
    private String failed = "";

    public DiskThatFailsAt(int failing, boolean afterTheEffect) {
        this.failing = failing;
        this.afterTheEffect = afterTheEffect;
    }

    public void arm() {
        armed = true;
    }

    public void disarm() {
        armed = false;
    }

    public boolean hasFailed() {
        return !failed.isEmpty();
    }

    public String failed() {
        return failed;
    }

    @Override
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
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
