package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallestHeapTest {

    private static final int BYTES = 16_000_000;

    /** With the file's own bytes, and the record; how small a heap a save of 64 MB needs is measured by {@link BroadReport}. */
    @Test
    void largeSaveIsLoadedInAHeapOfThreeTimesItsSize(@TempDir Path folder) throws IOException, InterruptedException {
        Path save = folder.resolve("large.json");
        Files.write(save, Variants.COMPACT.of(BroadSamples.ofSize(BYTES)));
        long heap = 3 * Files.size(save);
        System.out.printf("Load of %,d bytes in a heap of %,d%n", Files.size(save), heap);
        assertThat(FreshJvm.with("-Xmx" + heap, "-XX:+UseSerialGC").run(SmallestHeap.class, List.of(save.toString())))
                .isPresent();
    }
}
