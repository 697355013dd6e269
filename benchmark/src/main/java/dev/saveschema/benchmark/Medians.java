package dev.saveschema.benchmark;

import java.util.Arrays;
import java.util.Collection;

/** Medians of measurements, in which outliers do not count. */
public final class Medians {

    private Medians() {}

    /** The middle value, or the mean of the two in the middle. */
    public static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The median of the ratios between each value and the value that was measured beside it. */
    public static double ofRatios(double[] values, double[] beside) {
        double[] ratios = new double[Math.min(values.length, beside.length)];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = values[round] / beside[round];
        }
        return of(ratios);
    }

    /** The values as an array. */
    public static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
