package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.ValueCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SaveReaderTest {

    private final OneValue v = new OneValue();

    /** Reads a text that is no command; does what the command says. */
    private static final class Codec implements ValueCodec<String> {

        @Override
        public @Nullable String read(JsonNode json) {
            return switch (json.asString("")) {
                case "throw" -> throw new IllegalStateException("no such color");
                case "fail" -> throw new AssertionError("a bug");
                case "full" -> throw new OutOfMemoryError("full");
                case "null" -> null;
                default -> json.toString();
            };
        }

        @Override
        public JsonNode write(String value) {
            throw new AssertionError(value);
        }
    }

    private @Nullable Object custom(String value) {
        return v.read(value, in -> in.readCustom("fallback", new Codec()));
    }

    @Test
    void aCodecReadsWhateverStandsThereButNull() {
        assertThat(custom("{\"a\":[1]}")).isEqualTo("{\"a\":[1]}");
        assertThat(v.repairs()).isEmpty();
        assertThat(custom("null")).isEqualTo("fallback");
        assertThat(v.repairs()).containsExactly("v: null; used the default");
    }

    @Test
    void whatACodecDoesNotReadTakesTheFallback() {
        assertThat(custom("\"throw\"")).isEqualTo("fallback");
        assertThat(v.repairs()).containsExactly("v: refused: no such color; used the default");
        assertThat(custom("\"fail\"")).isEqualTo("fallback");
        assertThat(v.repairs()).containsExactly("v: refused: a bug; used the default");
        assertThat(custom("\"null\"")).isEqualTo("fallback");
        assertThat(v.repairs()).containsExactly("v: refused: Codec read it as null; used the default");
        assertThatThrownBy(() -> custom("\"full\"")).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void aTreeThatIsNoneTakesTheFallbackAndNullIsATree() {
        JsonNode fallback = JsonValue.of("7");
        assertThat(v.read("null", in -> in.readTree(fallback))).hasToString("null");
        assertThat(v.read("NaN", in -> in.readTree(fallback))).isSameAs(fallback);
        assertThat(new OneValue(LoadLimits.defaults().nesting(1)).read("[]", in -> in.readTree(fallback)))
                .isSameAs(fallback);
    }

    @Test
    void aRefusalOfARecordsOwnConstructorIsReportedAtItsPlace() {
        assertThat(v.read("5", in -> {
                    in.skipNull();
                    return in.rejected(new IllegalArgumentException("must be\neven"), 4);
                }))
                .isEqualTo(4);
        assertThat(v.repairs()).containsExactly("v: refused: must be\\neven; used the default");
        assertThat(v.read("5", in -> in.rejected(new StackOverflowError(), 4))).isEqualTo(4);
        assertThat(v.repairs()).containsExactly("v: refused: StackOverflowError; used the default");
        assertThatThrownBy(() -> v.read("5", in -> in.rejected(new OutOfMemoryError("full"), 4)))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
