package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.Annotations;
import dev.saveschema.codec.DocumentReader;
import dev.saveschema.codec.DocumentWriter;
import org.junit.jupiter.api.Test;

/**
 * What a load and a save allocate. The bytes are the same in every run once the compiler is through, and near it before: nothing here is
 * timed.
 */
class AllocationTest {

    private static final int WARMUPS = 20_000;
    private static final double LOAD = 130_300;
    private static final double WRITTEN = 1.02;

    private final Broad sample = BroadSamples.ofSize(50_000);

    @Test
    void aLoadAllocatesLittleMoreThanTheRecordThatItReturns() {
        DocumentReader<Broad> reader = new DocumentReader<>(BroadSchema.INSTANCE, LoadLimits.defaults());
        byte[] save = Variants.COMPACT.of(sample);
        long bytes = allocated(() -> reader.read(save));
        System.out.printf("Load of %,d bytes: %,d allocated%n", save.length, bytes);
        assertThat((double) bytes).isCloseTo(LOAD, within(0.05 * LOAD));
    }

    @Test
    void aSaveAllocatesItsBytesAndNothingMore() {
        DocumentWriter<Broad> writer = new DocumentWriter<>(BroadSchema.INSTANCE, false, LoadLimits.defaults());
        int length = writer.write(sample, Annotations.NONE).body().length;
        long bytes = allocated(() -> writer.write(sample, Annotations.NONE));
        System.out.printf("Write of %,d bytes: %,d allocated%n", length, bytes);
        assertThat((double) bytes).isCloseTo(WRITTEN * length, within(0.05 * length));
    }

    private static long allocated(Runnable call) {
        for (int round = 0; round < WARMUPS; round++) {
            call.run();
        }
        return Slices.allocated(call);
    }
}
