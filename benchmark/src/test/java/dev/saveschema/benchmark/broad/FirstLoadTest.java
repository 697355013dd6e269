package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Most of the time of a first load goes into the classes that it loads. */
class FirstLoadTest {

    /** A program that does nothing. Some JVMs load parts of the JDK at their start that programs may need. */
    static final class Nothing {

        private Nothing() {}

        public static void main(String[] arguments) {
            System.out.println("done");
        }
    }

    /** The classes that a first load adds to those of a program that does nothing. */
    private static List<String> loaded(String contestant, Path folder) throws IOException, InterruptedException {
        Path save = folder.resolve("broad.json");
        Files.write(save, Contender.of("saveschema+seal").write(BroadSamples.ofSize(50_000)));
        Set<String> atStart = new HashSet<>(classes(Nothing.class, List.of()));
        return classes(ColdStart.class, List.of(contestant, save.toString())).stream()
                .filter(line -> !atStart.contains(line))
                .toList();
    }

    private static List<String> classes(Class<?> program, List<String> arguments)
            throws IOException, InterruptedException {
        return FreshJvm.with("-Xlog:class+load:stdout:none")
                .run(program, arguments)
                .orElseThrow();
    }

    private static Stream<String> ofOurs(List<String> loaded) {
        return loaded.stream().filter(line -> line.startsWith("dev.saveschema.") && !line.contains(".benchmark."));
    }

    @Test
    void aFirstLoadSetsUpNoLambdaNoFormatterAndNoTrees(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> loaded = loaded("saveschema", folder);
        long ours = ofOurs(loaded).count();
        System.out.printf("First load: %,d classes, of which %,d are SaveSchema's%n", loaded.size(), ours);
        assertThat(ours).isBetween(50L, 90L);
        assertThat(ofOurs(loaded)).noneMatch(line -> line.contains("$$Lambda"));
        assertThat(loaded)
                .noneMatch(line -> line.startsWith("java.time.format.DateTimeFormatter"))
                .noneMatch(line -> line.startsWith("java.util.regex.Matcher "))
                .noneMatch(line -> line.startsWith("tools.jackson.databind."));
    }

    @Test
    void aStoreDoesNotSetThemUpForAWholeSaveEither(@TempDir Path folder) throws IOException, InterruptedException {
        List<String> loaded = loaded("store", folder);
        System.out.printf(
                "First load by a store: %,d classes, of which %,d are SaveSchema's%n",
                loaded.size(), ofOurs(loaded).count());
        assertThat(loaded).noneMatch(line -> line.startsWith("tools.jackson.databind."));
        if (Runtime.version().feature() < 25) {
            // Since Java 25 a date, such as that in the seal, sets up the formatter of Year when it is asked for its
            // day.
            assertThat(loaded).noneMatch(line -> line.startsWith("java.time.format.DateTimeFormatter"));
        }
    }
}
