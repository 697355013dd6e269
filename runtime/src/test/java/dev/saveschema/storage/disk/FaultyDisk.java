package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A simulated disk on which one call, or every call from one on, meets a fault, before it has its effect or after. */
public final class FaultyDisk extends ForwardingDisk {

    private static final List<String> QUESTIONS = List.of(
            "attributes", "read", "sum", "readEnd", "owner", "list", "readLink", "realPath", "same", "lock text");

    private final SimulatedDisk simulated;
    private final Fault fault;
    private final int first;
    private final boolean always;
    private final boolean afterTheEffect;
    private boolean isOver;
    private int calls;
    private String failed = "";

    /** @param first which of the calls that can meet it is the first to do so, counted from 1 */
    public FaultyDisk(SimulatedDisk disk, Fault fault, int first, boolean always, boolean afterTheEffect) {
        super(disk.mount("faulty"), true);
        this.simulated = disk;
        this.fault = fault;
        this.first = first;
        this.always = always;
        this.afterTheEffect = afterTheEffect;
    }

    /** The calls as a storage makes them, which tries some again; without the pauses in between. */
    public static FileOps retried(FileOps disk) {
        return new RetryingFileOps(disk, millis -> {}, false);
    }

    /** The fault ends. */
    public void relent() {
        isOver = true;
    }

    /** The call that met it first; empty if none did. */
    public String failed() {
        return failed;
    }

    @Override
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
        if (!isDue(name)) {
            return call.make();
        }
        if (failed.isEmpty()) {
            failed = name + " " + path.getFileName();
        }
        if (fault == Fault.INTERRUPT) {
            Thread.currentThread().interrupt();
            return call.make();
        }
        if (fault == Fault.SHORT_WRITE) {
            simulated.fillUp();
            return call.make();
        }
        if (afterTheEffect || name.equals("output close")) { // a failed close has closed the file, too
            dispose(call.make());
        } else if (fault.losesWhatIsForced() && (name.equals("output force") || name.equals("force"))) {
            simulated.forget(path);
        }
        fault.raise(name, path);
        throw new AssertionError(fault);
    }

    // Closes a file that was opened and never handed out.
    private static void dispose(Object opened) throws IOException {
        if (opened instanceof Output output) {
            output.close();
        } else if (opened instanceof LockFile lock) {
            lock.close();
        }
    }

    private boolean isDue(String name) {
        if (isOver || !canMeet(fault, afterTheEffect, name)) {
            return false;
        }
        calls++;
        return always ? calls >= first : calls == first;
    }

    /** Whether a call can fail like this. What only asks has no effect after which it could. */
    public static boolean canMeet(Fault fault, boolean afterTheEffect, String call) {
        boolean possible = fault == Fault.SHORT_WRITE ? call.equals("output write") : !call.equals("isWritable");
        return possible && !(afterTheEffect && QUESTIONS.contains(call));
    }
}
