package dev.saveschema.benchmark;

import java.util.stream.DoubleStream;

/**
 * What an operation took.
 *
 * @param micros in each round
 * @param bytes that it allocates
 */
record Score(double[] micros, double bytes) {

    double median() {
        return Medians.of(micros);
    }

    /** How many times as fast as the other, which was measured in the same rounds. */
    double timesAsFastAs(Score other) {
        return Medians.ofRatios(other.micros, micros);
    }

    /** Both, one after the other. */
    Score and(Score further) {
        double[] all = DoubleStream.concat(DoubleStream.of(micros), DoubleStream.of(further.micros))
                .toArray();
        return new Score(all, further.bytes);
    }
}
