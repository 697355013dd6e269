package dev.saveschema.benchmark;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Progress such as a person makes: short programs with line ends, quotes and now and then a letter beyond ASCII, and the numbers of
 * the tasks that they solve. The same size always makes the same progress.
 */
final class Samples {

    private static final int SEED = 20_261_122;
    private static final int SIZE_OF_THE_REST = 300;
    private static final String[] LINES = {
        "def solve(values):",
        "    total = 0",
        "    for index, value in enumerate(values):",
        "        if value % 2 == 0 and index > 0:",
        "            total += value * index",
        "    return total",
        "print(\"the answer is\", solve([3, 1, 4, 1, 5, 9, 2, 6]))",
        "name = input('What is your name? ')",
        "print(f\"Hello, {name}!\\n\")",
        "# counts each word once",
        "words = sorted(set(open(\"words.txt\").read().split()))",
        "\tassert len(words) == 42, \"try again\"",
    };
    private static final String[] REMARKS = {"# für später: schöner machen", "# → noch schneller?", "# läuft ✔"};

    private Samples() {}

    /** Progress that takes about this many bytes without white space. */
    static Progress ofSize(int bytes) {
        Random random = new Random(SEED);
        List<Integer> tasks = new ArrayList<>();
        Map<Integer, String> codes = new LinkedHashMap<>();
        int task = 1;
        int size = SIZE_OF_THE_REST;
        while (size < bytes) {
            String code = program(random, Math.min(800, bytes / 3), bytes - size);
            tasks.add(task);
            codes.put(task, code);
            size += escapedSize(code) + 2 * Integer.toString(task).length() + 8;
            task += 1 + random.nextInt(3);
        }
        return new Progress(
                task,
                tasks,
                codes,
                tasks.size() * 10L,
                "Ada Lovelace",
                Difficulty.HARD,
                Duration.ofSeconds(123_456),
                Instant.parse("2026-11-22T19:47:03Z"),
                new Settings(65, 1.25, false, "solarized"));
    }

    private static String program(Random random, int length, int most) {
        StringBuilder code = new StringBuilder();
        if (random.nextInt(8) == 0) {
            code.append(REMARKS[random.nextInt(REMARKS.length)]).append('\n');
        }
        int wanted = Math.min(most, length / 2 + random.nextInt(length));
        while (code.length() < wanted) {
            code.append(LINES[random.nextInt(LINES.length)]).append('\n');
        }
        return code.toString();
    }

    private static int escapedSize(String code) {
        long escapes = code.chars()
                .filter(c -> c == '\n' || c == '\t' || c == '"' || c == '\\')
                .count();
        return code.getBytes(StandardCharsets.UTF_8).length + (int) escapes;
    }

    /** The same progress with other points, so that it differs from the progress that was saved before. */
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
}
