package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownComponentsTest {

    private static Compiled schemaOf(String component) {
        return compile("""
                @SaveSchema(version = 2)
                public record Profile(
                    @Default("1") int level, %s) {
                  static Map<String, JsonNode> none() { return Map.of(); }
                }
                """.formatted(component));
    }

    @Test
    void aMapOfAnyJsonMayKeepWhatIsUnknown() {
        schemaOf("@Unknown Map<String, JsonNode> rest").succeeds();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Map<String, String>",
                "Map<Integer, JsonNode>",
                "JsonNode",
                "Object",
                "Optional<Map<String, JsonNode>>",
                "LinkedHashMap<String, JsonNode>"
            })
    void whatIsUnknownCanBeAnyJson(String type) {
        schemaOf("@Unknown " + type + " rest")
                .failsOnly("[SaveSchema/UnknownType] component rest is a " + type
                        + "; @Unknown belongs on a Map<String, JsonNode>")
                .atLineContaining("@Unknown")
                .andItsFixCompilesInPlaceOf(type + " rest");
    }

    @Test
    void oneComponentKeepsIt() {
        schemaOf("@Unknown Map<String, JsonNode> rest,\n    @Unknown Map<String, JsonNode> more")
                .failsOnly(
                        "[SaveSchema/DuplicateUnknown] components rest and more of Profile both keep what is not known")
                .atLineContaining("more")
                .andTheFix("remove @Unknown", "@Unknown Map<String, JsonNode> more", "Map<String, JsonNode> more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Each|@Each(range = @Range(min = 1)) ",
                "EachKey|@EachKey(size = @Size(min = 1)) ",
                "MovedFrom|@MovedFrom(value = \"/others\", since = 2) ",
                "UseCodec|@UseCodec(dev.saveschema.ValueCodec.class) ",
                "Default|@Default(factory = \"none\") ",
                "Default|@Default(\"{}\") ",
                "Size|@Size(max = 3) ",
                "Name|@Name(\"others\") ",
                "Alias|@Alias(\"others\") ",
                "Since|@Since(2) ",
                "RenamedFrom|@RenamedFrom(value = \"others\", since = 2) "
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void itTakesNothing(String annotation, String written) {
        schemaOf("@Unknown " + written + "Map<String, JsonNode> rest")
                .failsOnly("[SaveSchema/UnknownTakesNothing] @" + annotation
                        + " does not apply to rest, which keeps members under their own names")
                .atLineContaining(written)
                .andTheFix("remove @" + annotation, written, "");
    }
}
