package dev.saveschema.benchmark.broad;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A contender beside the reference in one JVM, in slices of a millisecond by turns, so that other load of the machine meets both
 * alike: the ratio is the median of those of neighbours. The measured time is the processor time of the thread. The garbage
 * collector has threads of its own, which do not count; its work shows in the allocated bytes.
 *
 * <p>The duration is set by system properties, in seconds of processor time: {@code first} to warm up, {@code warmup} again for
 * each case, and {@code measured} for each case.
 */
public final class Slices {

    private static final long SLICE = 1_000_000;
    private static final int MOST_PAIRS = 400;

    /** The fewest pairs that are measured. A call of many milliseconds may take more than the given time for them. */
    private static final int LEAST_PAIRS = 11;

    private static final int LEAST_OF = 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Runnable contender;
    private final Runnable reference;

    private Slices(Runnable contender, Runnable reference) {
        this.contender = contender;
        this.reference = reference;
    }

    /**
     * The results of one case.
     *
     * @param ratio how many times as fast as the reference the contender is
     * @param micros the microseconds of a call; the lower quartile
     * @param bytes the bytes that a call allocates
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

    private void warmUp(double seconds) {
        long end = now() + nanos(seconds);
        while (now() < end) {
            slice(contender);
            slice(reference);
        }
    }

    private Found run(double seconds) {
        double[] ratios = new double[MOST_PAIRS];
        double[] times = new double[MOST_PAIRS];
        double before = slice(reference);
        long enough = now() + nanos(seconds);
        int pairs = 0;
        while (pairs < LEAST_PAIRS || pairs < MOST_PAIRS && now() < enough) {
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

    private static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }

    /** Nanoseconds of one call. */
    private static double slice(Runnable call) {
        long end = System.nanoTime() + SLICE;
        int calls = 0;
        long start = now();
        do {
            call.run();
            calls++;
        } while (System.nanoTime() < end);
        return (double) (now() - start) / calls;
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

    /** @param arguments the contender, then each {@link Case}, for which a line is printed */
    public static void main(String[] arguments) {
        Function<String, Runnable> reference = Reference.isolated();
        Contender contender = Contender.of(arguments[0]);
        List<Case> cases = Stream.of(arguments).skip(1).map(Case::parse).toList();
        double warmup = Double.parseDouble(System.getProperty("first", "1.5"));
        for (Case each : cases) {
            Slices slices = new Slices(timed(contender, arguments[0], each), reference.apply(each.toString()));
            slices.warmUp(warmup);
            System.out.println(slices.run(Double.parseDouble(System.getProperty("measured", "0.4"))));
            warmup = Double.parseDouble(System.getProperty("warmup", "0.8"));
        }
    }

    private static Runnable timed(Contender contender, String name, Case measured) {
        Broad sample = BroadSamples.ofSize(measured.bytes());
        if (measured.work() == Case.Work.WRITE) {
            String written = new String(contender.write(sample), StandardCharsets.UTF_8);
            // the storage would write the closing brace of a save
            byte[] whole = (written + (name.equals("saveschema") ? "}" : "")).getBytes(StandardCharsets.UTF_8);
            Reference.requireSame(sample, Contender.of("databind2").read(whole));
            return () -> contender.write(sample);
        }
        byte[] save = name.endsWith("+seal")
                ? contender.write(sample)
                : measured.variant().of(sample);
        Broad read = contender.read(save);
        if (measured.variant().isWhole()) {
            Reference.requireSame(sample, read);
        }
        return () -> contender.read(save);
    }
}
