package dev.saveschema.benchmark;

import java.io.IOException;

/** Measures the time of one call. */
public final class Stopwatch {

    private Stopwatch() {}

    /** A call that may use the disk. */
    public interface Call {

        void run() throws IOException;
    }

    /** Microseconds of one call. */
    public static double micros(Call call) throws IOException {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e3;
    }
}
