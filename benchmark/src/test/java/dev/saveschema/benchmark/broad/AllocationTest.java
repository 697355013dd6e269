package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.saveschema.LoadLimits;
import dev.saveschema.SaveStore;
import dev.saveschema.document.Annotations;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes that a load and a save allocate. They are the same in every run once the code is compiled, and nearly the same before:
 * nothing here is timed.
 */
class AllocationTest {

    private static final int ROUNDS = 6;
    private static final int CALLS = 4_000;
    private static final double LOAD = 119_600;
    private static final double WRITTEN = 1.01;
    private static final double SEALED = 1.06;
    private static final int SAVES = 300;

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

    @Test
    void aSaveWithItsSealAllocatesTheFileAndNothingMore() {
        Contender sealing = Contender.of("saveschema+seal");
        int length = sealing.write(sample).length;
        long bytes = allocated(() -> sealing.write(sample));
        System.out.printf("Write of %,d bytes with the seal: %,d allocated%n", length, bytes);
        assertThat((double) bytes).isCloseTo(SEALED * length, within(0.05 * length));
    }

    /** With all that it asks the disk, and a layout for people. */
    @Test
    void savingInAStoreAllocatesAtMostHalfAsMuchAgainAsTheFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("broad.json");
        try (SaveStore<Broad> store = BroadSchema.open(file)) {
            Broad[] values = {sample, BroadSamples.withExperience(sample, 1)};
            int[] round = {0};
            Runnable save = () -> {
                try {
                    store.save(values[round[0]++ % 2]);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
            for (int warmup = 0; warmup < SAVES; warmup++) {
                save.run();
            }
            long bytes = Slices.allocated(save);
            System.out.printf("Save of %,d bytes in a store: %,d allocated%n", Files.size(file), bytes);
            assertThat(bytes).isLessThan(Files.size(file) * 3 / 2);
        }
    }

    /** The least of several rounds: until the compiler has come to it, which takes longer on a busy machine, more is allocated. */
    private static long allocated(Runnable call) {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            for (int each = 0; each < CALLS; each++) {
                call.run();
            }
            least = Math.min(least, Slices.allocated(call));
        }
        return least;
    }
}
