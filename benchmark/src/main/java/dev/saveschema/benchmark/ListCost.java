package dev.saveschema.benchmark;

import dev.saveschema.slots.SaveSlots;
import dev.saveschema.slots.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;

/**
 * The time to list a folder of slots, beside the time to load each of them, when the system has all files in its memory. The
 * fastest of the rounds counts: in that one no other program was on the processor.
 */
record ListCost(int bytes, int slots, int rounds) {

    private static final int LINE = 100;

    /** The times of the fastest rounds. */
    record Result(double listMicros, double loadMicros) {}

    /** @param folder the folder to make the slots in */
    Result measure(Path folder) throws IOException {
        SaveSlots<Chapter> all = ChapterSchema.slots(folder);
        for (int slot = 0; slot < slots; slot++) {
            // the file that a store would have left, but without two flushes for each
            Path save = folder.resolve("slot " + slot).resolve("save.json");
            Files.createDirectories(save.getParent());
            Files.write(save, ChapterSchema.toBytes(chapter(slot)));
        }
        double listMicros = Double.MAX_VALUE;
        double loadMicros = Double.MAX_VALUE;
        for (int round = 0; round < rounds; round++) {
            listMicros = Math.min(listMicros, Stopwatch.micros(() -> list(all)));
            loadMicros = Math.min(loadMicros, Stopwatch.micros(() -> loadEach(folder)));
        }
        return new Result(listMicros, loadMicros);
    }

    private Chapter chapter(int slot) {
        return new Chapter("Chapter " + slot, slot, Collections.nCopies(bytes / LINE, "x".repeat(LINE)));
    }

    private void list(SaveSlots<Chapter> all) throws IOException {
        long found = all.list().stream()
                .filter(slot -> slot.state() == Slot.State.WHOLE)
                .flatMap(slot -> slot.summary(ChapterSchema.Summary.class).stream())
                .count();
        require(found == slots);
    }

    private void loadEach(Path folder) throws IOException {
        int found = 0;
        for (int slot = 0; slot < slots; slot++) {
            Path save = folder.resolve("slot " + slot).resolve("save.json");
            found += ChapterSchema.fromBytes(Files.readAllBytes(save)).value().level() == slot ? 1 : 0;
        }
        require(found == slots);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new AssertionError("not all of the slots");
        }
    }
}
