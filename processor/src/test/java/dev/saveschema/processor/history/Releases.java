package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import dev.saveschema.processor.emit.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A history in a folder, which grows as versions are released: each is compiled and locked. */
public final class Releases {

    private final Path folder;

    public Releases(Path folder) {
        this.folder = folder;
    }

    /** Compiles and locks. */
    public Releases lock(String... sources) {
        Compiled compiled = compile(List.of("-Asaveschema.lock=true"), sources).succeeds();
        assertThat(compiled.notes()).anyMatch(note -> note.startsWith("[SaveSchema/Locked]"));
        return this;
    }

    /** Compiles as one does every day. */
    public Compiled compile(String... sources) {
        return compile(List.of(), sources);
    }

    public Compiled compile(List<String> further, String... sources) {
        List<String> options = new ArrayList<>(further);
        options.add("-Asaveschema.history=" + folder);
        return Compiled.compileWith(options, sources);
    }

    /** Compiles, as strictly as can be, to be run. */
    public Running run(String typeName, String source) {
        return Running.compile(typeName, source, folder);
    }

    public Path schema(String id, int version) {
        return folder.resolve(id).resolve(version + ".schema.json");
    }

    public String schemaText(String id, int version) {
        return text(schema(id, version));
    }

    public String sampleText(String id, int version) {
        return text(folder.resolve(id).resolve(version + ".sample.json"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
