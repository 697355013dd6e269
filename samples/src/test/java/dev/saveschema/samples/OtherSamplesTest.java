package dev.saveschema.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import org.junit.jupiter.api.Test;

/** The samples that Maven builds beside the plain one. */
class OtherSamplesTest {

    private static final String FIRST_RUN = "FIRST_RUN Progress[step=1, done=[], displayName=Anonymous]\n";

    @Test
    void modularProgramIsLinkedToAnImageOfItsOwn() throws Exception {
        Sample sample = Sample.copyOf("modular");
        built(sample.maven("package"));
        built(sample.run(
                Sample.jdk("jlink"),
                "--module-path",
                "target/classes" + File.pathSeparator + "target/modules",
                "--add-modules",
                "sample",
                "--launcher",
                "app=sample/sample.App",
                "--output",
                "target/image"));
        assertThat(sample.run(sample.file("target/image/bin/app").toString(), "progress.json")
                        .output())
                .isEqualTo(FIRST_RUN);
    }

    @Test
    void kotlinCallsASchemaOfItsOwnModule() throws Exception {
        Sample sample = Sample.copyOf("kotlin");
        // without a daemon that would go on when the test has ended
        built(sample.maven(
                "package",
                "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath",
                "-Dmdep.outputFile=target/classpath",
                "-Dkotlin.compiler.daemon=false"));
        String classPath = "target/classes" + File.pathSeparator + sample.read("target/classpath");
        assertThat(sample.run(Sample.jdk("java"), "-cp", classPath, "sample.AppKt", "progress.json")
                        .output())
                .isEqualTo(FIRST_RUN);
    }

    @Test
    void lombokAndMapStructWorkBesideIt() throws Exception {
        built(Sample.copyOf("lombok").maven("verify"));
    }

    private static void built(Sample.Run build) {
        assertThat(build.exitCode()).as(build.output()).isZero();
    }
}
