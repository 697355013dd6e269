package dev.saveschema.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes arrays of the elements that were read. Each {@code of} returns a new array of the elements; if the elements are null, which
 * stands for "not usable", it returns the fallback.
 */
public final class ArrayValues {

    private ArrayValues() {}

    public static boolean @Nullable [] of(@Nullable List<Boolean> elements, boolean @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        boolean[] array = new boolean[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    public static short @Nullable [] of(@Nullable List<Short> elements, short @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        short[] array = new short[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    public static int @Nullable [] of(@Nullable List<Integer> elements, int @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        int[] array = new int[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    public static long @Nullable [] of(@Nullable List<Long> elements, long @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        long[] array = new long[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    public static float @Nullable [] of(@Nullable List<Float> elements, float @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        float[] array = new float[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    public static double @Nullable [] of(@Nullable List<Double> elements, double @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        double[] array = new double[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    public static char @Nullable [] of(@Nullable List<Character> elements, char @Nullable [] fallback) {
        if (elements == null) {
            return fallback;
        }
        char[] array = new char[elements.size()];
        for (int at = 0; at < array.length; at++) {
            array[at] = elements.get(at);
        }
        return array;
    }

    /** @param empty an empty array of the wanted type */
    public static <T> T @Nullable [] of(@Nullable List<T> elements, T @Nullable [] fallback, T[] empty) {
        return elements == null ? fallback : elements.toArray(empty);
    }

    /** An array of elements whose type has arguments, for which Java has no expression. */
    @SafeVarargs
    @SuppressWarnings("varargs") // no other code holds this array
    public static <T> T[] array(T... elements) {
        return elements;
    }
}
