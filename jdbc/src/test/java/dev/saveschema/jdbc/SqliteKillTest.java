package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveStore;
import dev.saveschema.storage.contract.Numbers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program is killed while it saves into SQLite. */
class SqliteKillTest {

    private static final int KILLS = Integer.getInteger("sqlite.kills", 10);

    @TempDir
    Path directory;

    /** Saves numbers, one greater than the other, and prints each when it is saved. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) throws IOException {
            JdbcSaves saves = JdbcSaves.of(SqliteTest.of(Path.of(arguments[0])));
            try (SaveStore<Double> store = saves.open(new Numbers(), "ada")) {
                while (true) {
                    System.out.println(store.update(n -> n + 1));
                }
            }
        }
    }

    @Test
    void noAcknowledgedSaveIsLost() throws Exception {
        Path file = directory.resolve("saves.db");
        Tables.create(SqliteTest.of(file), SqlDialect.SQLITE);
        Random random = new Random(1);
        double last = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            last = killed(file, 1 + random.nextInt(60));
            try (SaveStore<Double> store = JdbcSaves.of(SqliteTest.of(file)).open(new Numbers(), "ada")) {
                assertThat(store.load().value()).isBetween(last, last + 1);
            }
        }
        System.out.printf("SQLite: killed %d times, %.0f saves, 0 lost%n", KILLS, last);
    }

    /** The last number that was acknowledged by a program which is killed after so many. */
    private static double killed(Path file, int acknowledgements) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double last = 0;
        try (BufferedReader answers = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < acknowledgements; i++) {
                last = Double.parseDouble(answers.readLine());
            }
            process.toHandle().destroyForcibly(); // unlike the process's own, this leaves its output to be read
            for (String line = answers.readLine(); line != null && line.endsWith(".0"); line = answers.readLine()) {
                last = Double.parseDouble(line);
            }
        }
        process.waitFor();
        return last;
    }
}
