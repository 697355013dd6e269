package dev.saveschema.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An obstacle to generated files is named, and is not taken for a fault of ours. */
class CannotWriteTest {

    private static final String HERO = "@SaveSchema(version = 1)\npublic record Hero(@Default(\"Ada\") String name) {}";

    @TempDir
    Path folder;

    @Test
    void aDirectoryInPlaceOfTheGeneratedClass() throws IOException {
        CommandLineJavac javac = new CommandLineJavac(folder);
        Files.createDirectories(javac.nextGenerated().resolve("example/HeroSchema.java"));
        assertThatTheDirectoryIsNamed(javac);
    }

    @Test
    void aDirectoryInPlaceOfTheSchemaAmongTheClasses() throws IOException {
        CommandLineJavac javac = new CommandLineJavac(folder);
        Files.createDirectories(javac.nextClasses().resolve("META-INF/saveschema/hero.schema.json"));
        assertThatTheDirectoryIsNamed(javac);
    }

    private static void assertThatTheDirectoryIsNamed(CommandLineJavac javac) throws IOException {
        List<String> ours = javac.compile(List.of("-Asaveschema.history=none"), HERO).stream()
                .filter(message -> message.contains("[SaveSchema/"))
                .toList();
        assertThat(ours)
                .singleElement()
                .asString()
                .contains("[SaveSchema/CannotWrite] the class generated for example.Hero could not be written: a"
                        + " directory has the name of ")
                .doesNotContain("Exception");
    }
}
