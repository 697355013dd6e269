package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated code compiles and works, whatever the names of a record, its components, its constants and its members are. */
class HostileNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in",
                "out",
                "value",
                "member",
                "fallback",
                "refusal",
                "elements",
                "element",
                "entries",
                "entry",
                "key",
                "string",
                "step",
                "migration",
                "VERSION",
                "INSTANCE",
                "List",
                "Map",
                "Optional",
                "SaveReader",
                "SaveWriter",
                "Members",
                "WholeLimit",
                "Loader",
                "Saver",
                "java",
                "dev",
                "example",
                "_1",
                "a$",
                "größe",
                "toto",
                "main",
                "record",
                "yield",
                "var",
                "HOSTILE_MEMBERS",
                "OTHER_LIMIT",
                "KIND_CONSTANTS",
                "Hostile",
                "Kind",
                "String",
                "valueList",
                "valueX",
                "X"
            })
    void aComponentMayBeCalledSo(String name) {
        Schema<Object> schema =
                Running.compile("Hostile", """
                @SaveSchema(version = 2)
                public record Hostile(
                    @Name("n1") @Default("1") @Range(min = 0) int NAME, @Name("n2") List<Kind> list9, @Name("n3") Map<Kind, Part> map9,
                    @Name("n4") Optional<Part> maybe9, @Name("n5") Part part9, @Name("n6") @Since(2) @Default(factory = "made") Part own9,
                    @Range(min = 0) @Default("1") int other, @Default("A") Kind kind) {
                  public Hostile { if (other == 13) throw new IllegalArgumentException(); }
                  static Part made() { return new Part(3, Set.of()); }
                  public record Part(@Default("1") @Range(min = 0) int NAME, Set<List<Integer>> set9) {}
                  public enum Kind { A }
                  @Migration(from = 1, to = 2) static void step(ObjectNode save) {}
                  @Migration(from = 1, to = 2, component = "NAME") static int step(Kind old) { return 7; }
                }
                """.replace("NAME", name)).schema("Hostile");
        String json = "{\"$version\":2,\"n1\":5,\"n2\":[\"A\"],\"n3\":{\"A\":{\"" + name
                + "\":2,\"set9\":[[1],[2]]}},\"n4\":null,\"n5\":{\"" + name + "\":4,\"set9\":[]},\"n6\":{\"" + name
                + "\":6,\"set9\":[]},\"other\":1,\"kind\":\"A\"}";
        assertThat(Running.read(schema, json).repairs()).isEmpty();
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
        assertThat(Running.read(schema, "{\"n1\": \"A\"}").value().toString()).startsWith("Hostile[" + name + "=7,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Members",
                "Loader",
                "Saver",
                "Migrator",
                "SaveReader",
                "SaveWriter",
                "Schema",
                "Path",
                "Generated",
                "Constants",
                "Scalars",
                "NameScalars",
                "CalendarScalars",
                "OptionalInt",
                "ArrayValues",
                "JsonValue",
                "ValueCodec",
                "Collections",
                "SortedSet",
                "TreeSet",
                "LinkedList",
                "MemberName",
                "MigrationStep",
                "SaveStore",
                "StoreOptions",
                "SizeLimit",
                "List",
                "Map",
                "Optional",
                "Set",
                "ArrayList",
                "Object",
                "String",
                "Integer",
                "Override",
                "AssertionError",
                "RuntimeException",
                "IOException",
                "SaveSchemaGenerated",
                "OrderedMaps",
                "VERSION",
                "INSTANCE",
                "PART_MEMBERS",
                "in",
                "value",
                "kind",
                "dev"
            })
    void aRecordMayBeCalledSo(String name) {
        String source = """
                package example;

                import dev.saveschema.annotation.Default;
                import dev.saveschema.annotation.Migration;
                import dev.saveschema.annotation.SaveSchema;
                import dev.saveschema.annotation.Since;

                @SaveSchema(version = 2)
                public record NAME(
                    @Default("1") int a, @Since(2) java.util.List<Part> parts, java.util.Set<java.lang.String> set,
                    @Default("{\\"k\\": 1}") java.util.Map<java.lang.String, java.lang.Integer> map,
                    java.util.Optional<Part> maybe, @Default(factory = "made") Part part,
                    @Default("PT1S") java.time.Duration time, @Default("B") Kind kind,
                    @Default("2026") java.time.Year year, @Default("en") java.util.Locale locale, java.util.OptionalInt rest,
                    java.util.List<Kind>[] lists, @Default("[\\"A\\"]") java.util.SortedSet<Kind> sorted,
                    java.util.Deque<Part> queue) {
                  public NAME {}
                  static Part made() { return new Part("x"); }
                  public record Part(@Default("y") java.lang.String text) {}
                  public enum Kind { A, B }
                  @Migration(from = 1, to = 2) static void step(tools.jackson.databind.node.ObjectNode save) {}
                  @Migration(from = 1, to = 2, component = "a") static int convert(Kind old) { return 7; }
                }
                """.replace("NAME", name);
        Schema<Object> schema = Running.compileFile("example." + name, source).schema(name);
        assertThat(schema.defaultValue().toString()).startsWith(name + "[a=1, parts=[], set=[], map={k=1}, ");
        String json = Running.write(schema, schema.defaultValue());
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VERSION", "INSTANCE", "KIND_CONSTANTS", "value", "kind"})
    void anEnumMayBeCalledSo(String name) {
        String source = """
                package example;

                import dev.saveschema.annotation.Default;
                import dev.saveschema.annotation.SaveSchema;

                public enum NAME {
                  A, B;
                  @SaveSchema(version = 1)
                  public record Hostile(
                      @Default("B") NAME kind, @Default("[\\"A\\"]") java.util.List<NAME> value, @Default("X") Kind other) {}
                  public enum Kind { X }
                }
                """.replace("NAME", name);
        Schema<Object> schema = Running.compileFile("example." + name, source).schema(name + "_Hostile");
        assertThat(schema.defaultValue()).hasToString("Hostile[kind=B, value=[A], other=X]");
        String json = "{\"$version\": 1, \"kind\": \"A\", \"value\": [\"B\"], \"other\": \"X\"}";
        assertThat(Running.read(schema, json).repairs()).isEmpty();
    }

    @Test
    void memberNamesMayDifferInCaseAndSymbolsAlone() {
        Schema<Object> schema = Running.compile("Alike", """
                @SaveSchema(version = 1)
                public record Alike(
                    @Name("a-b") @Default("1") int x1, @Name("a_b") @Default("2") int x2, @Name("aB") @Default("3") int x3,
                    @Name("A_B") @Default("4") int x4, @Name(" ") @Default("5") int x5, @Name("-") @Default("6") int x6,
                    @Name("é") @Default("7") int x7, @Name("日本") @Default("8") int x8, @Name("1") @Default("9") int x9,
                    @Name("version") @Default("10") int x10, @Name("instance") @Default("11") int x11,
                    @Name("\\"\\\\\\n$L") @Default("12") int x12, @Name("class") @Default("13") int x13) {}
                """).schema("Alike");
        String json = "{\"$version\":1,\"a-b\":9,\"a_b\":8,\"aB\":7,\"A_B\":6,\" \":5,\"-\":4,\"é\":3,\"日本\":2,\"1\":1,"
                + "\"version\":0,\"instance\":-1,\"\\\"\\\\\\n$L\":-2,\"class\":-3}";
        assertThat(Running.read(schema, json).repairs()).isEmpty();
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
    }

    @Test
    void constantsMayBeCalledAnything() {
        Schema<Object> schema = Running.compile("Odd", """
                @SaveSchema(version = 1)
                public record Odd(@Default("$") Kind kind, Set<Kind> all, Map<KIND, Integer> other) {
                  public enum Kind {
                    $, ünï, Kind, @Name("") EMPTY, @Name("\\"\\n$T\\u2028") NASTY, @Name("a-b") A, @Name("a_b") B, VERSION
                  }
                  public enum KIND { KIND_CONSTANTS }
                }
                """).schema("Odd");
        String json =
                "{\"$version\":1,\"kind\":\"\\\"\\n$T\u2028\",\"all\":[\"$\",\"ünï\",\"Kind\",\"\",\"\\\"\\n$T\u2028\",\"a-b\","
                        + "\"a_b\",\"VERSION\"],\"other\":{\"KIND_CONSTANTS\":1}}";
        assertThat(Running.read(schema, json).repairs()).isEmpty();
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
    }

    @Test
    void recordsMayShareTheirSimpleName() {
        Schema<Object> schema = Running.compile("Twins", """
                @SaveSchema(version = 1)
                public record Twins(
                    A.Part a, B.Part b, List<A.Part> as, List<B.Part> bs, Optional<Part> own, A.Kind kind, @Default("Y") B.Kind other) {
                  public record A(List<String> none) {
                    public record Part(@Default("1") @Range(min = 0) int x, Set<Integer> s) {}
                    public enum Kind { X }
                  }
                  public record B(List<String> none) {
                    public record Part(@Default("2") @Range(min = 1) int x, Set<Integer> s) {}
                    public enum Kind { Y }
                  }
                  public record Part(@Default("3") @Range(min = 2) int x) {}
                }
                """.replace("A.Kind kind", "@Default(\"X\") A.Kind kind"))
                .schema("Twins");
        String json = "{\"$version\":1,\"a\":{\"x\":0,\"s\":[]},\"b\":{\"x\":1,\"s\":[1]},\"as\":[{\"x\":0,\"s\":[]}],"
                + "\"bs\":[{\"x\":1,\"s\":[]}],\"own\":{\"x\":2},\"kind\":\"X\",\"other\":\"Y\"}";
        assertThat(Running.read(schema, json).repairs()).isEmpty();
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
        assertThat(Running.repairs(Running.read(schema, json.replace("\"x\":1,\"s\":[1]", "\"x\":0,\"s\":[1]"))))
                .containsExactly("b.x: 0 is less than 1; used 2");
    }

    /** Longer than a line, so that there is no good place to break one. */
    @Test
    void namesMayBeLongerThanALine() {
        String name = "x".repeat(100);
        Schema<Object> schema =
                Running.compile("Long", """
                @SaveSchema(version = 2)
                public record Long(
                    @Default("1") @Range(min = 1, violation = Violation.CLAMP) int NAME1, Map<Kind_NAME, List<Part_NAME>> NAME2,
                    Optional<List<Part_NAME>> NAME3, @Since(2) Part_NAME NAME4, Set<List<Part_NAME>> NAME5) {
                  public enum Kind_NAME { NAME6, NAME7 }
                  public record Part_NAME(@Since(2) @Default("(, )") String NAME8) {}
                }
                """.replace("NAME", name)).schema("Long");
        String json =
                "{\"$version\":2,\"N1\":5,\"N2\":{\"N7\":[{\"N8\":\"a\"}]},\"N3\":[],\"N4\":{\"N8\":\"\"},\"N5\":[]}"
                        .replace("N", name);
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
    }

    /** The most that a constructor can take. */
    @Test
    void aRecordMayHave254Components() {
        String components = IntStream.range(0, 254)
                .mapToObj(number -> "@Default(\"" + (number + 1) + "\") int c" + number)
                .collect(Collectors.joining(", "));
        Schema<Object> schema = Running.compile(
                        "Wide", "@SaveSchema(version = 1) public record Wide(" + components + ") {}")
                .schema("Wide");
        String json = Running.write(schema, schema.defaultValue());
        String other = json.replaceAll("(c\\d+\":\\d+)", "$1" + "0");
        assertThat(Running.read(schema, other).repairs()).isEmpty();
        assertThat(Running.write(schema, Running.read(schema, other).value()))
                .isEqualTo(other)
                .isNotEqualTo(json);
        assertThat(Running.repairs(Running.read(schema, "{\"$version\": 1, \"c253\": 1}")))
                .hasSize(253);
    }

    /** A class SaveSchema in the package would come before the annotation that is imported by its package. */
    @Test
    void aRecordCalledSaveDoesNotHideTheAnnotation() {
        Schema<Object> schema = Running.compile(
                        "Save", "@SaveSchema(version = 1) public record Save(@Default(\"1\") int a) {}")
                .schema("Save_");
        assertThat(Running.read(schema, "{\"a\": 7}").value()).hasToString("Save[a=7]");
    }
}
