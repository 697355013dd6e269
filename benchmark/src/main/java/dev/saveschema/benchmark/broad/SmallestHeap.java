package dev.saveschema.benchmark.broad;

import dev.saveschema.LoadLimits;
import dev.saveschema.document.DocumentReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The smallest heap in which a large save can be loaded: the memory of a load at its worst moment, with the file's bytes and the
 * record in it.
 */
final class SmallestHeap {

    private static final int LARGE = 64 << 20;
    private static final int PERCENT = 100;

    /** The finest difference that is looked for, in per cent of the file. */
    private static final int STEP = 10;

    private SmallestHeap() {}

    /** The smallest heap as a multiple of the file: 3.0 is three times the save's own bytes. */
    static double measure(Path folder) throws IOException, InterruptedException {
        Path save = folder.resolve("large.json");
        Files.write(save, Variants.COMPACT.of(BroadSamples.ofSize(LARGE * 8 / 7)));
        long size = Files.size(save);
        int tooSmall = 100;
        int enough = 600;
        while (enough - tooSmall > STEP) {
            int middle = (enough + tooSmall) / 2;
            if (isEnough(save, size * middle / PERCENT)) {
                enough = middle;
            } else {
                tooSmall = middle;
            }
        }
        Files.delete(save);
        return (double) enough / PERCENT;
    }

    private static boolean isEnough(Path save, long heap) throws IOException, InterruptedException {
        return FreshJvm.with("-Xmx" + heap, "-XX:+UseSerialGC")
                .run(SmallestHeap.class, List.of(save.toString()))
                .isPresent();
    }

    /** @param arguments the file */
    public static void main(String[] arguments) throws IOException {
        DocumentReader<Broad> reader = new DocumentReader<>(BroadSchema.INSTANCE, LoadLimits.defaults());
        try {
            Broad read = reader.read(Files.readAllBytes(Path.of(arguments[0]))).value();
            System.out.println(read.items().size());
        } catch (OutOfMemoryError e) {
            System.exit(1);
        }
    }
}
