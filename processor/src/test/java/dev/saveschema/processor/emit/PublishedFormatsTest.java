package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Formats that other programs own, written after their public documentation: what they read, value by value, is what is saved. */
class PublishedFormatsTest {

    /** npm's package-lock.json: a version in a member, hardly a member that is always there, and whatever a later npm may add. */
    private static final String PACKAGE_LOCK = """
            @Omit
            @SaveSchema(version = 3, versionMember = "lockfileVersion")
            @Removed(name = "dependencies", since = 3)
            public record PackageLock(
                @Default("") String name, @Default("") String version, @Default("false") boolean requires,
                Map<String, Package> packages, @Unknown Map<String, JsonNode> others) {

              public record Package(
                  @Default("") String version, @Default("") String resolved, @Default("") String integrity,
                  @Default("false") boolean dev, @Default("false") boolean optional, Map<String, String> dependencies,
                  Map<String, String> devDependencies, Map<String, String> peerDependencies, Optional<JsonNode> engines,
                  Optional<JsonNode> bin, @Unknown Map<String, JsonNode> others) {}

              @Migration(from = 1, to = 2)
              static void listPackages(ObjectNode lock) {
                list(lock, "", lock.putObject("packages"));
              }

              private static void list(JsonNode of, String in, ObjectNode packages) {
                for (Map.Entry<String, JsonNode> dependency : of.path("dependencies").properties()) {
                  String path = in + "node_modules/" + dependency.getKey();
                  ObjectNode listed = packages.putObject(path);
                  for (String member : List.of("version", "resolved", "integrity", "dev", "optional")) {
                    dependency.getValue().optional(member).ifPresent(value -> listed.set(member, value));
                  }
                  dependency.getValue().optional("requires").ifPresent(value -> listed.set("dependencies", value));
                  list(dependency.getValue(), path + "/", packages);
                }
              }
            }
            """;

    private static final String LOCK_3 = """
            {
              "name": "app", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "funding": {"url": "x"},
              "packages": {
                "": {"name": "app", "version": "1.0.0", "license": "MIT", "dependencies": {"left-pad": "^1.3.0"}},
                "node_modules/left-pad": {
                  "version": "1.3.0", "resolved": "https://registry.example/left-pad-1.3.0.tgz", "integrity": "sha512-a",
                  "deprecated": "use String.prototype.padStart()", "engines": {"node": ">=8"}
                },
                "node_modules/tool": {"version": "2.0.0", "dev": true, "bin": {"tool": "cli.js"}, "engines": ["node >= 0.4"]},
                "packages/a": {"link": true}
              }
            }
            """;

    /** Home Assistant's device registry, of which two lists are enough here: a version in two members, and null in lists. */
    private static final String REGISTRY = """
            @SaveSchema(version = 12, naming = Naming.SNAKE_CASE, envelope = Registry.Storage.class)
            public record Registry(@Default("core.device_registry") String key, Data data) {

              public record Data(List<Device> devices) {}

              public record Device(
                  @Default("") String id, Optional<String> areaId, @Each(size = @Size(min = 2, max = 2)) List<List<String>> connections,
                  List<String> configEntries, Map<String, List<Optional<String>>> configEntriesSubentries,
                  @Since(12) @Default("false") boolean disabledByUndefined) {}

              /** 1.1 to 1.12. */
              public static final class Storage implements dev.saveschema.Envelope {
                @Override public int version(JsonNode root) {
                  return root.path("version").asInt(1) == 1 ? root.path("minor_version").asInt(1) : 13;
                }
                @Override public void stamp(ObjectNode root, int version) {
                  root.put("version", 1);
                  root.put("minor_version", version);
                }
              }

              @Migration(from = 8, to = 9)
              static void oneSubentryEach(ObjectNode registry) {
                for (JsonNode device : registry.path("data").path("devices")) {
                  ObjectNode subentries = ((ObjectNode) device).putObject("config_entries_subentries");
                  device.path("config_entries").forEach(entry -> subentries.putArray(entry.stringValue()).addNull());
                }
              }
            }
            """;

    private static Schema<Object> packageLock;
    private static Schema<Object> registry;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        packageLock = Running.compile("PackageLock", PACKAGE_LOCK).schema("PackageLock");
        registry = Running.compile("Registry", REGISTRY).schema("Registry");
    }

    /** The content of the file after it was loaded, without any repair, and saved. */
    private JsonNode saved(Schema<Object> schema, String json) throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), json);
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.repairs()).isEmpty();
            assertThat(loaded.isClean()).isTrue();
            store.save(loaded.value());
        }
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    private static JsonNode tree(String json) {
        return JsonMapper.shared().readTree(json);
    }

    @Test
    void aPackageLockIsSavedAsItWas() throws IOException {
        assertThat(saved(packageLock, LOCK_3)).isEqualTo(tree(LOCK_3));
    }

    @Test
    void whatTwoVersionsHadForOlderReadersGoes() throws IOException {
        String lock2 = LOCK_3.replace(
                "\"lockfileVersion\": 3", "\"lockfileVersion\": 2, \"dependencies\": {\"left-pad\": {}}");
        assertThat(saved(packageLock, lock2)).isEqualTo(tree(LOCK_3));
    }

    @Test
    void theFirstVersionIsTurnedInsideOut() throws IOException {
        assertThat(saved(packageLock, """
                {"name": "app", "version": "1.0.0", "lockfileVersion": 1, "requires": true, "dependencies": {
                  "a": {"version": "1.0.0", "integrity": "sha1-a", "requires": {"b": "^2.0.0"},
                        "dependencies": {"b": {"version": "2.0.0", "dev": true}}}}}""")).isEqualTo(tree("""
                        {"name": "app", "version": "1.0.0", "lockfileVersion": 3, "requires": true, "packages": {
                          "node_modules/a": {"version": "1.0.0", "integrity": "sha1-a", "dependencies": {"b": "^2.0.0"}},
                          "node_modules/a/node_modules/b": {"version": "2.0.0", "dev": true}}}"""));
    }

    @Test
    void aPackageLockOfALaterNpmIsNotReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file.json"), LOCK_3.replace("Version\": 3", "Version\": 4"));
        try (SaveStore<Object> store = SaveStore.open(packageLock, file)) {
            assertThat(store.load().outcome()).isEqualTo(Outcome.NEWER);
        }
    }

    @Test
    void aRegistryIsSavedAsItWas() throws IOException {
        String registry12 = """
                {"version": 1, "minor_version": 12, "key": "core.device_registry", "data": {"devices": [
                  {"id": "hub", "area_id": null, "connections": [["mac", "12:34:56:ab:cd:ef"]], "config_entries": ["a", "b"],
                   "config_entries_subentries": {"a": [null], "b": [null, "s"]}, "disabled_by_undefined": false}]}}""";
        assertThat(saved(registry, registry12)).isEqualTo(tree(registry12));
    }

    @Test
    void anOlderRegistryGoesThroughItsSteps() throws IOException {
        assertThat(saved(registry, """
                {"version": 1, "minor_version": 8, "key": "core.device_registry", "data": {"devices": [
                  {"id": "hub", "area_id": "kitchen", "connections": [], "config_entries": ["a"]}]}}""")).isEqualTo(tree("""
                        {"version": 1, "minor_version": 12, "key": "core.device_registry", "data": {"devices": [
                          {"id": "hub", "area_id": "kitchen", "connections": [], "config_entries": ["a"],
                           "config_entries_subentries": {"a": [null]}, "disabled_by_undefined": false}]}}"""));
    }

    @Test
    void aRegistryOfAnotherMajorVersionIsNotReplaced() throws IOException {
        Path file =
                Files.writeString(folder.resolve("file.json"), "{\"version\": 3, \"minor_version\": 1, \"data\": {}}");
        try (SaveStore<Object> store = SaveStore.open(registry, file)) {
            assertThat(store.load().outcome()).isEqualTo(Outcome.NEWER);
        }
    }
}
