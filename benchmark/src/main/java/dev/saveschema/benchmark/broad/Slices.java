package dev.saveschema.benchmark.broad;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * A contender beside the reference in one JVM, in slices of a millisecond by turns, so that what else the machine does meets both alike:
 * the ratio is the median of those of neighbours. What is measured is the time for which the thread had a processor; the collector, which
 * has threads of its own, is not in it, and what it has to do is in the bytes allocated.
 */
public final class Slices {

    private static final long SLICE = 1_000_000;
    private static final int MOST_PAIRS = 300;
    private static final int LEAST_PAIRS = 15;

    /** After so many nanoseconds there need be no more pairs than the least. */
    private static final long LONG = 1_500_000_000;

    private static final int LEAST_OF = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Runnable contender;
    private final Runnable reference;

    private Slices(Runnable contender, Runnable reference) {
        this.contender = contender;
        this.reference = reference;
    }

    /**
     * What was found.
     *
     * @param ratio how many times as fast as the reference
     * @param micros what a call takes; the lower quartile
     * @param bytes what a call allocates
     */
    record Found(double ratio, double micros, long bytes) {

        static Found parse(String line) {
            String[] parts = line.split(" ");
            return new Found(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.4f %.3f %d", ratio, micros, bytes);
        }
    }

    private Found run(double seconds) {
        long end = THREADS.getCurrentThreadCpuTime() + (long) (seconds * 1e9);
        while (THREADS.getCurrentThreadCpuTime() < end) {
            slice(contender);
            slice(reference);
        }
        double[] ratios = new double[MOST_PAIRS];
        double[] times = new double[MOST_PAIRS];
        double before = slice(reference);
        long enough = THREADS.getCurrentThreadCpuTime() + LONG;
        int pairs = 0;
        while (pairs < LEAST_PAIRS || pairs < MOST_PAIRS && THREADS.getCurrentThreadCpuTime() < enough) {
            times[pairs] = slice(contender);
            double after = slice(reference);
            ratios[pairs] = (before + after) / 2 / times[pairs];
            before = after;
            pairs++;
        }
        Arrays.sort(ratios, 0, pairs);
        Arrays.sort(times, 0, pairs);
        return new Found(ratios[pairs / 2], times[pairs / 4] / 1e3, allocated(contender));
    }

    /** Nanoseconds of one call. */
    private static double slice(Runnable call) {
        long end = System.nanoTime() + SLICE;
        int calls = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        do {
            call.run();
            calls++;
        } while (System.nanoTime() < end);
        return (double) (THREADS.getCurrentThreadCpuTime() - start) / calls;
    }

    /** The bytes that a call allocates, once it is compiled. */
    static long allocated(Runnable call) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < LEAST_OF; round++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    /** @param arguments {@code load} or {@code write}, the size, the contender, the variant, and how many seconds to warm up */
    public static void main(String[] arguments) {
        Broad sample = BroadSamples.ofSize(Integer.parseInt(arguments[1]));
        String name = arguments[2];
        Variants variant = Variants.valueOf(arguments[3]);
        System.out.println(
                slices(arguments[0].equals("load"), sample, name, variant).run(Double.parseDouble(arguments[4])));
    }

    private static Slices slices(boolean isLoad, Broad sample, String name, Variants variant) {
        Contender contender = Contender.of(name);
        Contender reference = Contender.of("databind2");
        if (!isLoad) {
            requireSame(sample, reference.read(contender.write(sample)));
            return new Slices(() -> contender.write(sample), () -> reference.write(sample));
        }
        byte[] save = name.endsWith("+seal") ? contender.write(sample) : variant.of(sample);
        byte[] ofReference = variant.isForAll() ? save : Variants.COMPACT.of(sample);
        requireSame(sample, reference.read(ofReference));
        if (variant.isWhole()) {
            requireSame(sample, contender.read(save));
        }
        return new Slices(() -> contender.read(save), () -> reference.read(ofReference));
    }

    /** Before anything is timed. One of them reads some doubles as a neighbour of what is written, which is all that may differ. */
    private static void requireSame(Broad expected, Broad read) {
        if (!read.equals(expected) && !BroadSamples.rounded(read).equals(BroadSamples.rounded(expected))) {
            throw new AssertionError("not as it was");
        }
    }
}
