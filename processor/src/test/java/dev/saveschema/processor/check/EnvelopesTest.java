package dev.saveschema.processor.check;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** The ways in which a format may hold its own version. */
class EnvelopesTest {

    private static final String USABLE = """
        public static class Own implements dev.saveschema.Envelope {
            @Override public int version(JsonNode root) { return 1; }
            @Override public void stamp(ObjectNode root, int version) {}
          }\
        """;

    private static Compiled schemaOf(String attributes, String components, String types) {
        return compile("@SaveSchema(version = 1,\n    %s)\npublic record State(\n    %s) {\n  %s\n}"
                .formatted(attributes, components, types));
    }

    @Test
    void aVersionIsInOneMemberOrInAnEnvelope() {
        schemaOf("versionMember = \"v\"", "List<String> x", "").succeeds();
        schemaOf("envelope = State.Own.class", "List<String> x", USABLE).succeeds();
        schemaOf("envelope = State.Own.class,\n versionMember = \"v\"", "List<String> x", USABLE)
                .failsOnly("[SaveSchema/TwoVersionMembers] versionMember and envelope both say where the version is")
                .atLineContaining("versionMember")
                .andTheFix("remove versionMember", ",\n versionMember = \"v\"", "")
                .andTheFix("remove envelope", "envelope = State.Own.class,", "");
    }

    @Test
    void anEnvelopeImplementsTheInterface() {
        schemaOf("envelope = State.Own.class", "List<String> x", "public static class Own {}")
                .failsOnly("[SaveSchema/NotAnEnvelope] Own cannot tell a version: it does not implement Envelope")
                .atLineContaining("envelope = State.Own.class")
                .andTheFix("let Own implement dev.saveschema.Envelope", "public static class Own {}", USABLE);
    }

    @Test
    void anEnvelopeCanBeMade() {
        schemaOf(
                        "envelope = State.Own.class",
                        "List<String> x",
                        USABLE.replace("static class", "abstract static class"))
                .failsOnly("[SaveSchema/UnusableEnvelope] the envelope Own cannot be made: it is abstract")
                .atLineContaining("envelope = State.Own.class")
                .andTheFix(
                        "make Own a public static class or a class of its own, with a constructor Own()",
                        "abstract static class",
                        "static class");
    }

    @Test
    void noComponentIsCalledAsTheVersionsMember() {
        schemaOf("versionMember = \"version\"", "List<String> x,\n    @Default(\"1\") int version", "")
                .failsOnly(
                        "[SaveSchema/VersionMemberInUse] \"version\" of component version is the member that holds the "
                                + "document's version")
                .atLineContaining("int version")
                .andTheFix("remove version", ",\n    @Default(\"1\") int version", "");
        schemaOf("versionMember = \"v\"", "@Alias({\"v\"}) List<String> x", "")
                .fails("[SaveSchema/VersionMemberInUse] \"v\" of component x is the member that holds the document's"
                        + " version");
    }

    @Test
    void theVersionsMemberIsNoneOfSaveSchemas() {
        schemaOf("versionMember = \"$save\"", "List<String> x", "")
                .failsOnly("[SaveSchema/ReservedName] \"$save\" of versionMember is a name that SaveSchema uses itself")
                .atLineContaining("versionMember")
                .andTheFix("remove versionMember", ",\n    versionMember = \"$save\"", "");
        schemaOf("versionMember = \"\"", "List<String> x", "")
                .failsOnly("[SaveSchema/EmptyName] a name of versionMember in the file is empty")
                .andTheFix("remove versionMember", ",\n    versionMember = \"\"", "");
    }

    @Test
    void ofAnEnvelopeThatLacksAnImportOnlyThatIsSaid() {
        assertThat(schemaOf(
                                "envelope = State.Own.class",
                                "List<String> x",
                                "public static class Own implements Envelopes {}")
                        .messages())
                .anyMatch(message -> message.contains("cannot find symbol"))
                .noneMatch(message -> message.contains("SaveSchema/"));
    }
}
