package dev.saveschema.benchmark;

import java.util.stream.DoubleStream;

/**
 * The cost of an operation.
 *
 * @param micros the microseconds in each round
 * @param bytes the bytes that it allocates
 */
record Score(double[] micros, double bytes) {

    double median() {
        return Medians.of(micros);
    }

    /** How many times as fast the operation is as the other, which was measured in the same rounds. */
    double timesAsFastAs(Score other) {
        return Medians.ofRatios(other.micros, micros);
    }

    /** The rounds of both scores, one after the other. */
    Score and(Score further) {
        double[] all = DoubleStream.concat(DoubleStream.of(micros), DoubleStream.of(further.micros))
                .toArray();
        return new Score(all, further.bytes);
    }
}
