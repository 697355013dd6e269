package dev.saveschema.benchmark;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.saveschema.SaveStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** {@code store.save} beside the calls that it makes of the disk, made by hand with bytes that are ready. */
record SaveCost(int bytes, int warmups, int rounds) {

    /** What each took, in each round. */
    record Result(double[] storeMicros, double[] handMicros) {

        /** How many times as long the store took. */
        double ratio() {
            return Medians.ofRatios(storeMicros, handMicros);
        }
    }

    /** @param folder on the disk in question; what is made in it is deleted */
    Result measure(Path folder) throws IOException {
        Path work = Files.createTempDirectory(folder, "saves");
        try {
            return measureIn(work);
        } finally {
            try (Stream<Path> made = Files.walk(work)) {
                for (Path path : made.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Result measureIn(Path work) throws IOException {
        double[] store = new double[rounds];
        double[] hand = new double[rounds];
        Path live = work.resolve("store/progress.json");
        Path byHand = Files.createDirectory(work.resolve("hand")).resolve("progress.json");
        try (SaveStore<Progress> saves = ProgressSchema.open(live)) {
            Progress progress = Samples.ofSize(bytes);
            saves.save(progress);
            byte[] ready = Files.readAllBytes(live);
            for (int round = -warmups; round < rounds; round++) {
                Progress next = withPoints(progress, 1_000_000 + round);
                double storeTime = 0;
                if (round % 2 == 0) { // whoever goes first may find the disk busier
                    storeTime = micros(() -> saves.save(next));
                }
                double handTime = micros(() -> save(byHand, ready));
                if (round % 2 != 0) {
                    storeTime = micros(() -> saves.save(next));
                }
                if (round >= 0) {
                    store[round] = storeTime;
                    hand[round] = handTime;
                }
            }
        }
        return new Result(store, hand);
    }

    static Progress withPoints(Progress progress, int points) {
        return new Progress(
                progress.currentStepId(),
                progress.completedTasks(),
                progress.userCodes(),
                points,
                progress.displayName(),
                progress.difficulty(),
                progress.playTime(),
                progress.lastPlayed(),
                progress.settings());
    }

    /** The protocol as {@code SaveProtocol} draws it. */
    static void save(Path live, byte[] ready) throws IOException {
        Path temp = live.resolveSibling(".progress.json.tmp");
        try (FileChannel channel = FileChannel.open(temp, CREATE_NEW, WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(ready);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Path newer = live.resolveSibling("progress.json.bak1");
        if (Files.exists(newer)) {
            Files.move(newer, live.resolveSibling("progress.json.bak2"), StandardCopyOption.ATOMIC_MOVE);
        }
        if (Files.exists(live)) {
            Files.createLink(newer, live);
        }
        Files.move(temp, live, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(live.getParent(), READ)) {
            directory.force(true);
        }
    }

    interface Call {

        void run() throws IOException;
    }

    static double micros(Call call) throws IOException {
        long start = System.nanoTime();
        call.run();
        return (System.nanoTime() - start) / 1e3;
    }
}
