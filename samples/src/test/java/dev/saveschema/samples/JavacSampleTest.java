package dev.saveschema.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavacSampleTest {

    private final Sample sample = Sample.copyOf("javac");

    @Test
    void twoCommandsAndOneJarAreAll() throws Exception {
        Path jar = Files.copy(Sample.jar("saveschema-all"), sample.file("saveschema-all.jar"));
        Sample.Run compiled = sample.run(
                Sample.jdk("javac"),
                "-cp",
                jar.toString(),
                "-processorpath",
                jar.toString(),
                "-d",
                "out",
                "Progress.java",
                "App.java");
        assertThat(compiled).isEqualTo(new Sample.Run(0, ""));
        assertThat(run(jar)).isEqualTo("FIRST_RUN Progress[step=1, done=[], displayName=Anonymous]\n");
        assertThat(run(jar)).isEqualTo("LOADED Progress[step=2, done=[], displayName=Anonymous]\n");
    }

    /** IDEs bring a Java along that need not have javac's module. */
    @ParameterizedTest
    @ValueSource(strings = {"java.se,jdk.compiler,jdk.zipfs", "java.se,jdk.zipfs"})
    void compilerOfEclipseRunsTheProcessorToo(String modules) throws Exception {
        String jar = Sample.jar("saveschema-all").toString();
        Path ecj = Path.of(BatchCompiler.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Sample.Run compiled = sample.run(
                Sample.jdk("java"),
                "--limit-modules",
                modules,
                "-jar",
                ecj.toString(),
                "--release",
                "17",
                "-cp",
                jar,
                "-processorpath",
                jar,
                "-d",
                "out",
                "Progress.java",
                "App.java");
        assertThat(compiled.exitCode()).as(compiled.output()).isZero();
        assertThat(run(Path.of(jar))).isEqualTo("FIRST_RUN Progress[step=1, done=[], displayName=Anonymous]\n");
    }

    private String run(Path jar) throws Exception {
        return sample.run(Sample.jdk("java"), "-cp", "out" + File.pathSeparator + jar, "sample.App", "progress.json")
                .output();
    }
}
