package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first load of a program takes is mostly the classes that it loads. */
class FirstLoadTest {

    private static List<String> loaded(String contestant, Path folder) throws IOException, InterruptedException {
        Path save = folder.resolve("broad.json");
        Files.write(save, Contender.of("saveschema+seal").write(BroadSamples.ofSize(50_000)));
        return FreshJvm.with("-Xlog:class+load:stdout:none")
                .run(ColdStart.class, List.of(contestant, save.toString()))
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
        assertThat(loaded)
                .noneMatch(line -> line.startsWith("java.time.format.DateTimeFormatter"))
                .noneMatch(line -> line.startsWith("tools.jackson.databind."));
    }
}
