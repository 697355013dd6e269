package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** Components to which {@code @Omit} cannot apply. */
class OmissionsTest {

    private static Compiled schemaOf(String component, String types) {
        return compile("@SaveSchema(version = 1)\npublic record Page(\n    %s) {\n  %s\n}".formatted(component, types));
    }

    @Test
    void aDefaultThatIsMadeCannotBeTold() {
        schemaOf("@Omit @Default(factory = \"id\") UUID x", "static UUID id() { return UUID.randomUUID(); }")
                .failsOnly("[SaveSchema/CannotOmit] component x cannot be left out of the file")
                .atLineContaining("@Omit")
                .withFact("Its default is made by a factory, and is another each time, as far as anybody knows")
                .andTheFix("remove @Omit", "@Omit ", "");
    }

    @Test
    void anObjectIsNotLeftOut() {
        schemaOf("@Omit Part x", "record Part(List<String> y) {}")
                .failsOnly("[SaveSchema/CannotOmit] component x cannot be left out of the file")
                .withFact("Its default is an object, whose members have defaults of their own")
                .andTheFix("remove @Omit", "@Omit ", "");
    }

    @Test
    void anAbsentOptionalIsEmpty() {
        schemaOf("@Omit @Default(\"3\") Optional<Integer> x", "")
                .failsOnly("[SaveSchema/CannotOmit] component x cannot be left out of the file")
                .withFact("An optional that is left out is empty, and this one has another default")
                .andTheFix("remove @Omit", "@Omit ", "");
    }

    @Test
    void onARecordItIsForWhatItCanApplyTo() {
        compile("""
                @SaveSchema(version = 1) @Omit
                public record Page(@Default(factory = "id") UUID x, Part part, List<String> names, @Default("3") OptionalInt three) {
                  record Part(List<String> y) {}
                  static UUID id() { return UUID.randomUUID(); }
                }
                """).succeeds();
    }
}
