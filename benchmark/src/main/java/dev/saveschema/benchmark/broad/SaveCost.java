package dev.saveschema.benchmark.broad;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.saveschema.SaveStore;
import dev.saveschema.benchmark.Medians;
import dev.saveschema.benchmark.Stopwatch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** {@code store.save} beside the disk calls that it makes, made by hand with bytes that are ready. */
record SaveCost(int bytes, int warmups, int rounds) {

    /** The times of both in each round. */
    record Result(double[] storeMicros, double[] handMicros) {

        /** How many times as long the store took as the calls by hand. */
        double ratio() {
            return Medians.ofRatios(storeMicros, handMicros);
        }
    }

    /** @param folder a folder on the disk in question; files that are made in it are deleted */
    Result measure(Path folder) throws IOException {
        Path work = Files.createTempDirectory(folder, "saves");
        try {
            return measureIn(work);
        } finally {
            Folders.delete(work);
        }
    }

    private Result measureIn(Path work) throws IOException {
        double[] store = new double[rounds];
        double[] hand = new double[rounds];
        Path live = work.resolve("store/broad.json");
        Path byHand = Files.createDirectory(work.resolve("hand")).resolve("broad.json");
        try (SaveStore<Broad> saves = BroadSchema.open(live)) {
            Broad sample = BroadSamples.ofSize(bytes);
            saves.save(sample);
            byte[] ready = Files.readAllBytes(live);
            for (int round = -warmups; round < rounds; round++) {
                Broad next = BroadSamples.withExperience(sample, 1_000_000_000L + round);
                double storeTime = 0;
                if (round % 2 == 0) { // the one that goes first may find the disk busier
                    storeTime = Stopwatch.micros(() -> saves.save(next));
                }
                double handTime = Stopwatch.micros(() -> save(byHand, ready));
                if (round % 2 != 0) {
                    storeTime = Stopwatch.micros(() -> saves.save(next));
                }
                if (round >= 0) {
                    store[round] = storeTime;
                    hand[round] = handTime;
                }
            }
        }
        return new Result(store, hand);
    }

    /** The protocol as {@code SaveProtocol} draws it. */
    static void save(Path live, byte[] ready) throws IOException {
        Path temp = live.resolveSibling(".broad.json.tmp");
        try (FileChannel channel = FileChannel.open(temp, CREATE_NEW, WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(ready);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Path newer = live.resolveSibling("broad.json.bak1");
        if (Files.exists(newer)) {
            Files.move(newer, live.resolveSibling("broad.json.bak2"), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(live)) {
            Files.createLink(newer, live);
        }
        Files.move(temp, live, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(live.getParent(), READ)) {
            directory.force(true);
        }
    }
}
