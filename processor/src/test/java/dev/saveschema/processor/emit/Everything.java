package dev.saveschema.processor.emit;

import java.util.LinkedHashMap;
import java.util.Map;

/** A record with every supported type, some of them in each other. */
final class Everything {

    static final String SOURCE = """
            @SaveSchema(version = 1)
            public record Everything(
                @Default("true") boolean flag, @Default("false") Boolean boxedFlag,
                @Default("1") byte tiny, @Default("2") Byte boxedTiny,
                @Default("3") short small, @Default("4") Short boxedSmall,
                @Default("5") @Range(min = 0, max = 100) int whole, @Default("6") Integer boxedWhole,
                @Default("7") long large, @Default("8") Long boxedLarge,
                @Default("1.5") float single, @Default("2.5") Float boxedSingle,
                @Default("3.5") double twice, @Default("4.5") Double boxedTwice,
                @Default("x") char letter, @Default("y") Character boxedLetter,
                @Default("text") @Size(max = 10) String text, @Default("b") @Pattern("[a-z]") String matching,
                @Default("12345678901234567890") BigInteger huge, @Default("1.50") BigDecimal exact,
                @Default("MID") Level level,
                Optional<String> maybe, @Default("3") Optional<Integer> maybeWhole,
                @Default("[1, 2]") List<Integer> list, Set<String> set, List<List<Long>> lists,
                Map<String, Integer> byText, Map<Integer, String> byInt, Map<Long, Boolean> byLong,
                Map<UUID, Integer> byUuid, Map<Level, Inner> byLevel,
                @Default("2026-11-22T19:47:03Z") Instant instant, @Default("2026-11-22") LocalDate date,
                @Default("PT10M") Duration duration,
                @Default("123e4567-e89b-12d3-a456-426614174000") UUID uuid,
                Inner inner, List<Inner> inners, @Default("dot") Figure figure, List<Figure> figures, Set<Figure> figureSet,
                Tree tree, Pair<Integer, Inner> pair,
                @Default("12:00") LocalTime time, @Default("2026-11-22T12:00") LocalDateTime dateTime,
                @Default("2026-11-22T12:00Z") OffsetDateTime offset,
                @Default("2026-11-22T12:00+01:00[Europe/Berlin]") ZonedDateTime zoned, @Default("UTC") ZoneId zone,
                @Default("P1D") Period period, @Default("2026") Year year, @Default("2026-11") YearMonth month,
                @Default("https://example.org/") java.net.URI uri, @Default("en") Locale locale,
                OptionalInt maybeInt, @Default("3") OptionalLong maybeLong, OptionalDouble maybeDouble,
                @Default("[1]") int[] ints, String[] texts, double[][] grid, List<boolean[]> arrays, Map<String, char[]> byArray,
                @Default("[\\"LOW\\"]") SortedSet<Level> sorted, Deque<Instant> deque, Set<Locale> locales, Set<Inner> innerSet,
                Optional<SortedSet<BigDecimal>> maybeSorted, @Default("{}") JsonNode any, List<JsonNode> anys,
                @UseCodec(PathCodec.class) @Default(factory = "root") java.nio.file.Path custom,
                @UseCodec(PathCodec.class) List<java.nio.file.Path> customs, @Unknown Map<String, JsonNode> unknown) {
              static java.nio.file.Path root() { return java.nio.file.Path.of("root"); }
              public static class PathCodec implements dev.saveschema.ValueCodec<java.nio.file.Path> {
                @Override public java.nio.file.Path read(JsonNode json) { return java.nio.file.Path.of(json.stringValue()); }
                @Override public JsonNode write(java.nio.file.Path path) {
                  return tools.jackson.databind.node.StringNode.valueOf(path.toString());
                }
              }
              public enum Level { LOW, MID, HIGH }
              public record Inner(@Default("80") int volume, @Default("n") String name) {}
              public sealed interface Figure permits Dot, Line {}
              @Subtype("dot") public record Dot(@Default("0") int x) implements Figure {}
              @Subtype("line") public record Line(@Default("1") int length, Optional<Figure> end) implements Figure {}
              public record Tree(@Default("root") String name, List<Tree> branches) {}
              public record Pair<A, B>(Optional<A> first, B second) {}
            }
            """;

    /** A file in which no component has its default: the JSON of each member. */
    static final Map<String, String> VALUES = values();

    private Everything() {}

    private static Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("flag", "false");
        values.put("boxedFlag", "true");
        values.put("tiny", "-128");
        values.put("boxedTiny", "127");
        values.put("small", "-32768");
        values.put("boxedSmall", "32767");
        values.put("whole", "100");
        values.put("boxedWhole", "-2147483648");
        values.put("large", "9223372036854775807");
        values.put("boxedLarge", "-9223372036854775808");
        values.put("single", "0.1");
        values.put("boxedSingle", "3.4028235E38");
        values.put("twice", "0.1");
        values.put("boxedTwice", "4.9E-324");
        values.put("letter", "\"\\u20ac\"");
        values.put("boxedLetter", "\"\\\"\"");
        values.put("text", "\"h\\u00e9 \\ud83d\\ude00\\n\"");
        values.put("matching", "\"q\"");
        values.put("huge", "-98765432109876543210");
        values.put("exact", "0.0010");
        values.put("level", "\"HIGH\"");
        values.put("maybe", "\"there\"");
        values.put("maybeWhole", "null");
        values.put("list", "[3, 4, 5]");
        values.put("set", "[\"a\", \"b\"]");
        values.put("lists", "[[1], [], [2, 3]]");
        values.put("byText", "{\"b\": 1, \"a\": 2}");
        values.put("byInt", "{\"-7\": \"seven\"}");
        values.put("byLong", "{\"9223372036854775807\": true}");
        values.put("byUuid", "{\"00000000-0000-0000-0000-000000000001\": 1}");
        values.put("byLevel", "{\"LOW\": {\"volume\": 1, \"name\": \"a\"}}");
        values.put("instant", "\"1999-12-31T23:59:59.999999999Z\"");
        values.put("date", "\"2000-02-29\"");
        values.put("duration", "\"PT1H0.001S\"");
        values.put("uuid", "\"ffffffff-ffff-ffff-ffff-ffffffffffff\"");
        values.put("inner", "{\"volume\": 3, \"name\": \"in\"}");
        values.put("inners", "[{\"volume\": 4, \"name\": \"one\"}, {\"volume\": 5, \"name\": \"two\"}]");
        values.put("figure", "{\"type\": \"line\", \"length\": 6, \"end\": {\"x\": 7, \"type\": \"dot\"}}");
        values.put("figures", "[{\"type\": \"dot\", \"x\": 8}, {\"length\": 9, \"type\": \"line\", \"end\": null}]");
        values.put("figureSet", "[{\"x\": 1, \"type\": \"dot\"}, {\"type\": \"line\", \"length\": 1, \"end\": null}]");
        values.put("tree", "{\"name\": \"t\", \"branches\": [{\"name\": \"u\", \"branches\": []}]}");
        values.put("pair", "{\"first\": 10, \"second\": {\"volume\": 11, \"name\": \"p\"}}");
        values.put("time", "\"23:59:59.999999999\"");
        values.put("dateTime", "\"-0001-01-01T00:00\"");
        values.put("offset", "\"+12345-06-07T08:09-10:11:12\"");
        values.put("zoned", "\"2026-10-25T02:30+01:00[Europe/Berlin]\"");
        values.put("zone", "\"Asia/Kolkata\"");
        values.put("period", "\"P-1Y2M\"");
        values.put("year", "\"-0044\"");
        values.put("month", "\"+12345-06\"");
        values.put("uri", "\"urn:\u00e9\"");
        values.put("locale", "\"zh-Hant-TW\"");
        values.put("maybeInt", "7");
        values.put("maybeLong", "null");
        values.put("maybeDouble", "-0.0");
        values.put("ints", "[3, 1, 2]");
        values.put("texts", "[\"a\", \"\"]");
        values.put("grid", "[[0.5], [], [-0.0, 1.0E-300]]");
        values.put("arrays", "[[true, false], []]");
        values.put("byArray", "{\"k\": [\"x\"]}");
        values.put("sorted", "[\"MID\", \"HIGH\"]");
        values.put("deque", "[\"2026-11-22T00:00:00Z\", \"1999-12-31T23:59:59Z\"]");
        values.put("locales", "[\"de\", \"und\"]");
        values.put("innerSet", "[{\"volume\": 1, \"name\": \"x\"}, {\"volume\": 2, \"name\": \"x\"}]");
        values.put("maybeSorted", "[-1, 0.50]");
        values.put("any", "{\"b\": [1, null], \"a\": 2.50}");
        values.put("anys", "[1, [2], {}]");
        values.put("custom", "\"a/b\"");
        values.put("customs", "[\"c\", \"\"]");
        return values;
    }
}
