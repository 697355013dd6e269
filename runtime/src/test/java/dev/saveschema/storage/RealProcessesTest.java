package dev.saveschema.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.disk.MemoryDisk;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are really killed, that really fight, and that read what another really writes. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RealProcessesTest {

    private static final int KILLS = Integer.getInteger("storm.kills", 25);
    private static final int STORES = 8;
    private static final int FIGHTS = Integer.getInteger("fight.kills", 20);
    private static final int FIGHTERS = 4;
    private static final int READS = Integer.getInteger("storm.reads", 100_000);

    @TempDir(factory = MemoryDisk.class)
    Path root;

    @Test
    void killedWriterLosesNothingThatItAcknowledged() throws Exception {
        Random random = new Random(7);
        List<String> directories = new ArrayList<>();
        for (int i = 0; i < STORES; i++) {
            directories.add(Files.createDirectory(root.resolve("store" + i)).toString());
        }
        List<String> arguments = new ArrayList<>(directories);
        arguments.add(0, "writer");
        Map<String, Long> acknowledged = new HashMap<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (JavaProcess writer = JavaProcess.torture(List.of(), arguments.toArray(String[]::new))) {
                // A writer that is killed after a few saves is often finishing the save of the one before it.
                int lines = random.nextInt(random.nextBoolean() ? 120 : 8);
                // A first save is waited for: one that never finishes is kept aside, since nothing is known of its
                // worth.
                for (int i = 0; i < lines || acknowledged.size() < STORES; i++) {
                    acknowledge(writer.output().readLine(), acknowledged);
                }
                for (String line : writer.kill()) {
                    acknowledge(line, acknowledged);
                }
            }
            for (String directory : directories) {
                long last = acknowledged.get(directory);
                String found = StorageTorture.check(Path.of(directory));
                assertThat(found).isIn("VALUE " + last, "VALUE " + (last + 1));
                // a value that was found must stay, too
                acknowledged.put(directory, Long.valueOf(found.substring(6)));
                assertThat(temps(directory)).as(directory).hasSizeLessThanOrEqualTo(1);
                assertThat(names(directory).filter(name -> name.matches(".*-[0-9]{8}T.*")))
                        .as("kept aside in %s, where nothing was damaged", directory)
                        .isEmpty();
            }
        }
        for (String directory : directories) {
            assertThat(StorageTorture.saveOnce(Path.of(directory)))
                    .isEqualTo("ACK " + (acknowledged.get(directory) + 1));
            assertThat(temps(directory)).as(directory).isEmpty();
        }
        System.out.printf(
                "Kill storm: %d processes killed, %d stores in each, %,d saves acknowledged%n",
                KILLS, STORES, acknowledged.values().stream().mapToLong(n -> n).sum());
    }

    private static List<String> temps(String directory) throws IOException {
        return names(directory).filter(name -> name.endsWith(".tmp")).toList();
    }

    private static void acknowledge(String line, Map<String, Long> acknowledged) {
        String[] words = line.split(" ");
        assertThat(words[0]).as(line).isEqualTo("ACK");
        long number = Long.parseLong(words[1]);
        Long before = acknowledged.put(words[2], number);
        if (before != null) {
            assertThat(number).as("after %d in %s", before, words[2]).isEqualTo(before + 1);
        }
    }

    private static Stream<String> names(String directory) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void fourProcessesThatFightForALockWhoseHolderIsKilledAcknowledgeEachNumberOnce() throws Exception {
        Random random = new Random(7);
        List<JavaProcess> fighters = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try {
            for (int i = 0; i < FIGHTERS; i++) {
                fighters.add(JavaProcess.torture(List.of(), "fighter", root.toString()));
            }
            for (int kill = 0; kill < FIGHTS; kill++) {
                int victim = random.nextInt(FIGHTERS);
                lines.add(fighters.get(victim).output().readLine()); // the victim holds the lock, or held it just now
                lines.addAll(fighters.get(victim).kill());
                fighters.set(victim, JavaProcess.torture(List.of(), "fighter", root.toString()));
            }
            for (JavaProcess fighter : fighters) {
                lines.addAll(fighter.kill());
            }
        } finally {
            fighters.forEach(JavaProcess::close);
        }
        Set<Long> numbers = new HashSet<>();
        for (String line : lines) {
            assertThat(line).startsWith("ACK ");
            assertThat(numbers.add(Long.valueOf(line.substring(4))))
                    .as("%s is the first", line)
                    .isTrue();
        }
        long last = numbers.stream().mapToLong(n -> n).max().orElseThrow();
        assertThat(StorageTorture.check(root)).isIn("VALUE " + last, "VALUE " + (last + 1));
        // A number is missing only where its process was killed between the save and its word.
        assertThat((long) numbers.size()).isBetween(last - FIGHTS - FIGHTERS, last);
        System.out.printf(
                "Fight for a lock: %d processes, %d holders killed, %,d numbers, each acknowledged once%n",
                FIGHTERS, FIGHTS + FIGHTERS, numbers.size());
    }

    @Test
    void readerWithoutALockNeverSeesATornOrMissingFile() throws Exception {
        JavaProcess writer = JavaProcess.torture(List.of(), "writer", root.toString());
        AtomicInteger saves = new AtomicInteger();
        Thread counter = new Thread(() -> writer.output().lines().forEach(line -> saves.incrementAndGet()));
        try {
            assertThat(writer.output().readLine()).startsWith("ACK ");
            counter.start();
            Path live = root.resolve(StorageTorture.FILE);
            for (int i = 0; i < READS; i++) {
                assertThat(Seals.check(Files.readAllBytes(live))).isInstanceOf(SealCheck.Holds.class);
            }
        } finally {
            writer.process().destroyForcibly().waitFor();
        }
        counter.join();
        assertThat(saves).hasValueGreaterThan(10);
        System.out.printf("Readers: %,d reads beside %,d saves, none torn or missing%n", READS, saves.get());
    }
}
