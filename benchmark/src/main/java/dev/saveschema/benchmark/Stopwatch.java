package dev.saveschema.benchmark;

import java.io.IOException;

/** Takes the time of one call. */
public final class Stopwatch {

    private Stopwatch() {}

    /** Something with a disk in it. */
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
