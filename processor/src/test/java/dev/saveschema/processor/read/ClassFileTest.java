package dev.saveschema.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.saveschema.processor.SaveSchemaProcessor;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A nested record may come from another jar, where only its class file is to be seen. */
class ClassFileTest {

    private static final String DOCUMENT = "package example; @dev.saveschema.annotation.SaveSchema(version = 1) "
            + "public record Profile(lib.Settings settings, lib.Mode mode) {}";

    @TempDir
    Path classes;

    @Test
    void aRecordFromAJarKeepsItsRules() throws IOException {
        library("@Default(\"120\") @Range(max = 100) int volume", "ON, @Name(\"ON\") OFF");
        assertThat(compileAgainstLibrary().errors())
                .extracting(error ->
                        error.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "[SaveSchema/MissingDefault] component mode has no default for files that lack it",
                        "[SaveSchema/DuplicateName] constants ON and OFF of Mode are both called \"ON\" in the file",
                        "[SaveSchema/DefaultOutsideLimit] the default 120 of volume is outside its own limit: at most"
                                + " 100");
    }

    @Test
    void aMessageOnAClassFileSaysWhoseItIs() throws IOException {
        library("int volume", "ON");
        assertThat(compileAgainstLibrary().errors())
                .extracting(error -> error.getMessage(Locale.ROOT))
                .anyMatch(message -> message.contains("component volume has no default")
                        && message.contains("Settings, of which component settings is made, comes from a class file and"
                                + " cannot be edited here")
                        && message.contains("Fix: @UseCodec(SettingsCodec.class) before settings, and a"
                                + " ValueCodec<Settings> of your own"));
        assertThat(compileAgainstLibrary().errors())
                .as("shown in the source that has the component")
                .allMatch(error -> error.getSource() != null && error.getLineNumber() == 1);
    }

    @Test
    void aMissingDependencyOfAJarIsNotPassedOverInSilence() throws IOException {
        library("Gone gone", "ON", JavaFileObjects.forSourceString("lib.Gone", "package lib; public record Gone() {}"));
        Files.delete(classes.resolve("lib/Gone.class"));
        assertThat(compileAgainstLibrary().errors())
                .extracting(error ->
                        error.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .contains("[SaveSchema/MissingClass] nothing is generated for example.Profile, "
                        + "since lib.Settings names lib.Gone, which cannot be found");
    }

    @Test
    void aMissingAnnotationOfAJarDoesNotMatter() throws IOException {
        library(
                "@Gone @Default(\"1\") int volume",
                "ON",
                JavaFileObjects.forSourceString("lib.Gone", "package lib; public @interface Gone {}"));
        Files.delete(classes.resolve("lib/Gone.class"));
        assertThat(compileAgainstLibrary().errors())
                .extracting(error ->
                        error.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .containsExactly("[SaveSchema/MissingDefault] component mode has no default for files that lack it");
    }

    @Test
    void sealedInterfacesAndTypeParametersOfAJarAreReadToo() throws IOException {
        String head = "package lib; import dev.saveschema.annotation.*; public ";
        library(
                "@Default(\"1\") int volume",
                "ON",
                JavaFileObjects.forSourceString(
                        "lib.Figure",
                        head + "@Discriminator(\"kind\") sealed interface Figure permits Round, Square {}"),
                JavaFileObjects.forSourceString(
                        "lib.Round", head + "sealed interface Round extends Figure permits Circle {}"),
                JavaFileObjects.forSourceString(
                        "lib.Circle",
                        head + "@Subtype(\"circle\") record Circle(@Default(\"1\") int kind) implements Round {}"),
                JavaFileObjects.forSourceString("lib.Square", head + "record Square() implements Figure {}"),
                JavaFileObjects.forSourceString(
                        "lib.Pair", head + "record Pair<A, B>(java.util.List<A> first, @Default(\"x\") B second) {}"));
        assertThat(compileAgainstLibrary("package example; @dev.saveschema.annotation.SaveSchema(version = 1) "
                                + "public record Profile(java.util.List<lib.Figure> figures, "
                                + "lib.Pair<lib.Settings, Integer> pair, lib.Pair<Long, String> other) {}")
                        .errors())
                .extracting(error ->
                        error.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "[SaveSchema/UnnamedSubtype] record Square of Figure has no name in the file",
                        "[SaveSchema/DiscriminatorInUse] component kind of Circle is called \"kind\" in the file, "
                                + "and so is what says which record of Figure an object is",
                        "[SaveSchema/DefaultTypeMismatch] the default of second does not fit: \"x\" is not a whole"
                                + " number");
    }

    private void library(String component, String constants, JavaFileObject... others) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>(List.of(others));
        sources.addAll(List.of(
                JavaFileObjects.forSourceString(
                        "lib.Settings",
                        "package lib; import dev.saveschema.annotation.*; public record Settings(" + component
                                + ") {}"),
                JavaFileObjects.forSourceString(
                        "lib.Mode",
                        "package lib; import dev.saveschema.annotation.*; public enum Mode {" + constants + "}")));
        Compilation library = Compiler.javac().compile(sources);
        for (JavaFileObject file : library.generatedFiles()) {
            Path target = classes.resolve(file.getName().replaceFirst("^/CLASS_OUTPUT/", ""));
            Files.createDirectories(target.getParent());
            try (InputStream content = file.openInputStream()) {
                Files.copy(content, target);
            }
        }
    }

    private Compilation compileAgainstLibrary() {
        return compileAgainstLibrary(DOCUMENT);
    }

    private Compilation compileAgainstLibrary(String document) {
        List<File> path = new ArrayList<>(List.of(classes.toFile()));
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(File::new)
                .forEach(path::add);
        return Compiler.javac()
                .withClasspath(path)
                .withProcessors(new SaveSchemaProcessor())
                .compile(JavaFileObjects.forSourceString("example.Profile", document));
    }
}
