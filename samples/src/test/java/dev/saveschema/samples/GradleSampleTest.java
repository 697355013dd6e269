package dev.saveschema.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class GradleSampleTest {

    private final Sample sample = Sample.copyOf("gradle");

    @Test
    void projectWithoutAnyLockedVersionBuildsAndLocksItsFirst() throws Exception {
        assumeTrue(Runtime.version().feature() < 24, "Gradle 8.11 runs on JDK 17 to 23");
        built(gradle(sample, "compileJava", "--build-cache"));
        assertThat(sample.file("src/main/saveschema")).doesNotExist();

        Sample.Run elsewhere = gradle(Sample.copyOf("gradle", "gradle-elsewhere"), "compileJava", "--build-cache");
        built(elsewhere);
        assertThat(elsewhere.output()).as("the cache serves another checkout").contains("1 from cache");

        built(gradle(sample, "compileJava", "-Psaveschema.lock=true"));
        Path locked = sample.file("src/main/saveschema/progress/1.schema.json");
        assertThat(locked).exists();
        built(gradle(sample, "build", "-Psaveschema.release=true"));

        Files.writeString(locked, "\n", StandardOpenOption.APPEND);
        assertThat(gradle(sample, "compileJava", "-Psaveschema.release=true").output())
                .as("compiled again when the history has changed")
                .contains("1 executed");
    }

    @Test
    void pageOnMigrationsShowsWhatIsBuiltHere() throws Exception {
        String inGroovy = sample.read("build.gradle");
        String inKotlin = Sample.copyOf("gradle-kotlin").read("build.gradle.kts");
        assertThat(Files.readString(Path.of("../docs/migrations.md")))
                .contains(inGroovy.substring(inGroovy.indexOf("tasks.named")))
                .contains(inKotlin.substring(inKotlin.indexOf("tasks.named")));
    }

    /** The Gradle of these tests has no Kotlin DSL. What the two say in quotation marks, they say in the same order. */
    @Test
    void scriptInKotlinSaysWhatTheOneInGroovySays() throws Exception {
        Sample kotlin = Sample.copyOf("gradle-kotlin");
        assertThat(quoted(kotlin.read("build.gradle.kts")))
                .hasSizeGreaterThan(10)
                .isEqualTo(quoted(sample.read("build.gradle")));
        assertThat(quoted(kotlin.read("settings.gradle.kts"))).isEqualTo(quoted(sample.read("settings.gradle")));
        for (String source : List.of("src/main/java/sample/App.java", "src/main/java/sample/Progress.java")) {
            assertThat(kotlin.read(source)).isEqualTo(sample.read(source));
        }
    }

    private static List<String> quoted(String script) {
        return Pattern.compile("'([^']*)'|\"([^\"]*)\"")
                .matcher(script)
                .results()
                .map(text -> text.group(1) == null ? text.group(2) : text.group(1))
                .toList();
    }

    private static Sample.Run gradle(Sample sample, String... arguments) throws Exception {
        Path script = Path.of("src/test/gradle/gradle").toAbsolutePath();
        List<String> command = new ArrayList<>(
                List.of("bash", script.toString(), sample.directory().toString()));
        command.addAll(List.of(arguments));
        return sample.run(
                command,
                Map.of(
                        "GRADLE_WORK", Path.of("target/gradle").toAbsolutePath().toString(),
                        "DOWNLOADS", System.getProperty("samples.downloads"),
                        "REPOSITORY", System.getProperty("samples.repository"),
                        "JAVA17_HOME", System.getProperty("java.home")));
    }

    private static void built(Sample.Run build) {
        assertThat(build.exitCode()).as(build.output()).isZero();
    }
}
