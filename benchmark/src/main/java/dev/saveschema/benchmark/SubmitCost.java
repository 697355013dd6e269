package dev.saveschema.benchmark;

import dev.saveschema.AutoSave;
import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * The time that a program waits which submits ten thousand values a second to an autosave, while the disk works and while it is
 * stalled; beside the time of a program that calls {@code store.save}.
 */
record SubmitCost(int bytes, int submits, int saves) {

    private static final long NANOS_BETWEEN = 100_000;

    /** The times of one kind of call, in order of their length. */
    record Times(double[] micros) {

        Times {
            Arrays.sort(micros);
        }

        /** The time that this many calls of a thousand did not exceed. */
        double within(int ofAThousand) {
            return micros[(int) ((micros.length - 1L) * ofAThousand / 1_000)];
        }
    }

    Times stalled() throws IOException {
        StalledMedium disk = new StalledMedium();
        try (SaveStore<Progress> store = disk.open(ProgressSchema.INSTANCE)) {
            Times times = submit(store);
            disk.goOn();
            return times;
        }
    }

    /** @param file the file to make, on the disk in question */
    Times working(Path file) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            return submit(store);
        }
    }

    private Times submit(SaveStore<Progress> store) throws IOException {
        store.load();
        AutoSave<Progress> autosave = store.autosave();
        Progress progress = Samples.ofSize(bytes);
        double[] micros = new double[submits];
        long next = System.nanoTime();
        for (int round = -submits / 2; round < submits; round++) {
            Progress value = Samples.withPoints(progress, 1_000_000 + round);
            double taken = Stopwatch.micros(() -> autosave.submit(value));
            if (round >= 0) {
                micros[round] = taken;
            }
            next += NANOS_BETWEEN;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        return new Times(micros);
    }

    /** @param file the file to make, on the disk in question */
    Times blocking(Path file) throws IOException {
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            Progress progress = Samples.ofSize(bytes);
            double[] micros = new double[saves];
            for (int round = -saves / 2; round < saves; round++) {
                Progress value = Samples.withPoints(progress, 1_000_000 + round);
                double taken = Stopwatch.micros(() -> store.save(value));
                if (round >= 0) {
                    micros[round] = taken;
                }
            }
            return new Times(micros);
        }
    }
}
