package dev.saveschema.processor.read;

import static dev.saveschema.processor.Compiled.compile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeclarationsTest {

    @ParameterizedTest
    @CsvSource({"public class, a class", "public enum, an enum", "public interface, an interface"})
    void onlyARecordIsASaveDocument(String declaration, String kind) {
        compile("@SaveSchema(version = 1)\n" + declaration + " Cart {}")
                .failsOnly("[SaveSchema/NotARecord] Cart is " + kind + "; @SaveSchema belongs on a record")
                .atLineContaining("Cart")
                .withFixes("public record Cart() {}")
                .andItsFixCompilesInPlaceOf(declaration + " Cart {}");
    }

    @Test
    void aSaveDocumentHasNoTypeParameters() {
        compile("@SaveSchema(version = 1)\npublic record Box<T>(List<String> items) {}")
                .failsOnly("[SaveSchema/GenericRecord] Box has type parameters; a save document has one fixed shape")
                .atLineContaining("Box<T>")
                .withFact("In place of T the record names what is saved, as in List<String>")
                .andItsFixCompilesInPlaceOf("record Box<T>");
    }

    @Test
    void aPrivateRecordCannotBeReached() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(Settings settings) {
                  private record Settings(List<String> a) {}
                }
                """)
                .failsOnly("[SaveSchema/UnreachableType] Settings is private, "
                        + "so the generated ProfileSchema cannot use it")
                .atLineContaining("private record Settings")
                .andItsFixCompilesInPlaceOf("private record Settings");
    }

    @Test
    void aPrivateEnumCannotBeReached() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(@Default("A") Kind kind) {
                  private enum Kind { A }
                }
                """)
                .failsOnly("[SaveSchema/UnreachableType] Kind is private, so the generated ProfileSchema cannot use it")
                .andItsFixCompilesInPlaceOf("private enum Kind");
    }

    @Test
    void aDocumentInAPrivateClassCannotBeReached() {
        compile("""
                class Game {
                  private static class Data {
                    @SaveSchema(version = 1)
                    record Progress(List<String> a) {}
                  }
                }
                """)
                .failsOnly("[SaveSchema/UnreachableType] Data is private, "
                        + "so the generated Game_Data_ProgressSchema cannot use it")
                .atLineContaining("private static class Data")
                .andItsFixCompilesInPlaceOf("private static class Data");
    }

    @Test
    void aRecordInAnInnerClassIsStaticAndCanBeReached() {
        compile("class Game<T> { class Inner { @SaveSchema(version = 1) record Progress(List<String> a) {} } }")
                .succeeds();
    }

    @Test
    void aProblemInAnotherFileSaysWhoseItIs() {
        compile(
                        "@SaveSchema(version = 1)\npublic record Profile(Settings settings) {}",
                        "public record Settings(\n  int volume) {}")
                .failsOnly("[SaveSchema/MissingDefault] component volume has no default for files that lack it")
                .atLineContaining("int volume")
                .withFact("In example.Settings, which is part of example.Profile");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UUID newId()",
                "private static UUID newId()",
                "static String newId()",
                "static UUID newId(int x)",
                "static void newId()",
                "static UUID newId() throws Exception",
            })
    void aFactoryThatCannotBeCalledIsShownItsHead(String head) {
        String body = head.contains("void") ? "" : "return null;";
        String source = """
                @SaveSchema(version = 1)
                public record Profile(
                    @Default(factory = "newId") UUID id) {
                  %s { %s }
                }
                """.formatted(head, body);
        String reason = head.startsWith("UUID")
                ? "it is not static"
                : head.startsWith("private")
                        ? "it is private, and the generated class calls it"
                        : head.contains("int x")
                                ? "it has parameters"
                                : head.contains("Exception")
                                        ? "it throws Exception, which nobody could catch"
                                        : "it returns " + head.split(" ")[1] + ", not UUID";
        compile(source)
                .failsOnly("[SaveSchema/UnusableFactory] newId() cannot make the default of id: " + reason)
                .atLineContaining("factory = \"newId\"")
                .withFixes("static UUID newId()")
                .andItsFixCompiles((text, fix) -> text.replace(head + " { " + body + " }", fix + " { return null; }"));
    }

    @Test
    void aFactoryThatDoesNotSayWhatItsListHoldsIsRefused() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(@Default(factory = "some") List<String> names) {
                  @SuppressWarnings("rawtypes") static List some() { return List.of("a"); }
                }
                """)
                .failsOnly(
                        "[SaveSchema/UnusableFactory] some() cannot make the default of names: it returns List, not List<String>")
                .withFixes("static List<String> some()")
                .andItsFixCompilesInPlaceOf("static List some()");
    }

    @Test
    void aMissingFactoryIsWrittenOut() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(
                    @Default(factory = "newId") UUID id) {
                }
                """)
                .failsOnly("[SaveSchema/UnusableFactory] Profile has no method newId() to make the default of id")
                .withFixes("static UUID newId() { return UUID.randomUUID(); }")
                .andItsFixCompiles((source, fix) -> source.replace("UUID id) {", "UUID id) {\n  " + fix));
    }

    @Test
    void aMisspeltFactoryIsShownTheNearest() {
        compile("""
                @SaveSchema(version = 1)
                public record Profile(
                    @Default(factory = "newID") UUID id) {
                  static UUID newId() { return UUID.randomUUID(); }
                }
                """)
                .failsOnly("[SaveSchema/UnusableFactory] Profile has no method newID() to make the default of id")
                .withFixes("@Default(factory = \"newId\")", "static UUID newID() { return UUID.randomUUID(); }")
                .andItsFixCompiles((source, fix) -> fix.startsWith("@")
                        ? source.replace("@Default(factory = \"newID\")", fix)
                        : source.replace("UUID id) {", "UUID id) {\n  " + fix));
    }
}
