package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file of a published format, which a schema in {@code formats} describes. */
record FormatFile(Path path) {

    /** Compiles {@code formats/Notebook.java}, whose record has the file's name. */
    static Schema<Object> schema(String name) throws IOException {
        try (InputStream in = FormatFile.class.getResourceAsStream("/formats/" + name + ".java")) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Running.compileFile("example." + name, source).schema(name);
        }
    }

    static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    /** The content of the file after it was loaded, without any repair, and saved. */
    JsonNode saved(Schema<Object> schema, String json) throws IOException {
        Files.writeString(path, json);
        try (SaveStore<Object> store = SaveStore.open(schema, path)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.repairs()).isEmpty();
            store.save(loaded.value());
            assertThat(store.load().isClean()).isTrue();
        }
        return tree(Files.readString(path));
    }

    Outcome outcome(Schema<Object> schema, String json) throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, Files.writeString(path, json))) {
            return store.load().outcome();
        }
    }
}
