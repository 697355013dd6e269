package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.testing.MigrationTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The declared form of a codec appears in schemas, samples, defaults and old records. */
class CodecFormsTest {

    private static final String CODECS = """
              public static final class PathCodec implements dev.saveschema.ValueCodec<java.nio.file.Path> {
                @Override public java.nio.file.Path read(JsonNode json) {
                  if (!json.isString()) { throw new IllegalArgumentException("no text"); }
                  return java.nio.file.Path.of(json.stringValue());
                }
                @Override public JsonNode write(java.nio.file.Path path) {
                  return tools.jackson.databind.node.StringNode.valueOf(path.toString());
                }
              }
              /** A text, or several. */
              public static record Words(List<String> all) {}
              public static final class WordsCodec implements dev.saveschema.ValueCodec<Words> {
                @Override public Words read(JsonNode json) {
                  return new Words(json.isString() ? List.of(json.stringValue())
                      : json.valueStream().map(JsonNode::stringValue).toList());
                }
                @Override public JsonNode write(Words words) {
                  if (words.all().size() == 1) {
                    return tools.jackson.databind.node.StringNode.valueOf(words.all().get(0));
                  }
                  tools.jackson.databind.node.ArrayNode array = tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode();
                  words.all().forEach(array::add);
                  return array;
                }
              }
            """;

    private static final String V1 = """
            @SaveSchema(version = 1)
            public record Profile(
                @UseCodec(value = PathCodec.class, form = String.class) @Default("home") java.nio.file.Path home,
                @UseCodec(value = PathCodec.class, form = String.class) List<java.nio.file.Path> recent,
                @UseCodec(value = WordsCodec.class, form = {String.class, String[].class}) @Default("[\\"a\\", \\"b\\"]") Words words,
                @UseCodec(value = WordsCodec.class, form = {String.class, String[].class}) @Default("one") Words one,
                @UseCodec(value = WordsCodec.class, form = {String.class, String[].class}) List<Words> more) {
              %s
            """.formatted(CODECS) + "}\n";

    @TempDir
    Path folder;

    private Releases releases;

    @BeforeEach
    void lock() {
        releases = new Releases(folder).lock(V1);
    }

    @Test
    void theDefaultIsWhatTheCodecReads() {
        Schema<Object> schema = releases.run("Profile", V1).schema("Profile");
        assertThat(schema.defaultValue())
                .hasToString("Profile[home=home, recent=[], words=Words[all=[a, b]], one=Words[all=[one]], more=[]]");
        Document<Object> document =
                Running.read(schema, "{\"$version\":1,\"home\":7,\"words\":{},\"one\":[\"x\"],\"more\":[]}");
        assertThat(Running.repairs(document))
                .anyMatch(repair -> repair.startsWith("home: refused: no text; used \"home\""));
    }

    @Test
    void theSchemaAndTheSampleHaveTheForm() {
        String schema = releases.schemaText("profile", 1).replaceAll("\\s+", " ");
        assertThat(schema)
                .contains("\"home\": {\"type\": \"string\", \"default\": \"home\"}")
                .contains("\"recent\": {\"type\": \"array\", \"items\": {\"type\": \"string\"}, \"default\": []}")
                .contains("\"title\": \"Words\", \"oneOf\": [ {\"title\": \"Text\", \"type\": \"string\"}, "
                        + "{\"title\": \"Elements\", \"type\": \"array\", \"items\": {\"type\": \"string\"}} ]");
        assertThat(releases.sampleText("profile", 1).replaceAll("\\s+", " "))
                .contains(
                        "\"home\": \"home\"", "\"recent\": [\"text ", "\"words\": [\"a\", \"b\"]", "\"one\": \"one\"");
        MigrationTest.verify(releases.run("Profile", V1).schema("Profile"), folder);
    }

    @Test
    void anOldRecordHasTheForm() {
        String v2 = V1.replace("version = 1", "version = 2").replace("  public static final class PathCodec", """
                          @Migration(from = 1, to = 2) static Profile step(ProfileV1 old) {
                            String home = old.home();
                            List<String> words = old.words() instanceof ProfileV1.Words.Elements elements ? elements.value() : List.of();
                            String one = ((ProfileV1.Words.Text) old.one()).value();
                            return new Profile(java.nio.file.Path.of(home + "2"), List.of(), new Words(words), new Words(List.of(one)), List.of());
                          }
                          public static final class PathCodec""");
        Document<Object> document = Running.read(
                releases.run("Profile", v2).schema("Profile"),
                "{\"$version\":1,\"home\":\"a\",\"recent\":[],\"words\":[\"x\"],\"one\":\"y\",\"more\":[]}");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value())
                .hasToString("Profile[home=a2, recent=[], words=Words[all=[x]], one=Words[all=[y]], more=[]]");
    }

    @Test
    void anotherFormIsAnotherVersion() {
        releases.compile(V1.replace("home,\n", "home,\n")
                        .replaceFirst("form = String.class", "form = {String.class, int.class}"))
                .failsOnly("[SaveSchema/VersionNotBumped] Profile is not what its locked version 1 was");
    }
}
