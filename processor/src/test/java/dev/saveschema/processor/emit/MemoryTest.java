package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A file as large as a load reads, and made to fill the memory, gets an answer in a heap of 1 GiB. {@code -Dmemory.all=true} tries
 * all of {@link HostileFile}, of the current version and an older one.
 */
class MemoryTest {

    private static final List<String> SOME =
            List.of("BRACKETS:2", "RECORDS:1", "EMPTY_MAPS:2", "ENTRIES:1", "LONG_FOREIGN_TEXT:2", "LONG_NUMBERS:1");

    @TempDir
    Path directory;

    @Test
    void aHostileFileGetsAnAnswerInLittleMemory() throws IOException, InterruptedException {
        List<String> files = Boolean.getBoolean("memory.all") ? all() : SOME;
        String answers = run(files);
        System.out.println(answers);
        assertThat(answers.lines().map(line -> line.split(" ", 2)[0])).containsExactlyElementsOf(files);
        assertThat(answers).doesNotContain("OUT OF MEMORY");
    }

    private static List<String> all() {
        return Arrays.stream(HostileFile.values())
                .flatMap(file -> Stream.of(file.name() + ":2", file.name() + ":1"))
                .toList();
    }

    private String run(List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                LoadsInLittleMemory.class.getName(),
                directory.toString()));
        command.addAll(files);
        Process child = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String answers = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).isZero();
        return answers;
    }
}
