package dev.saveschema.processor.emit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.Outcome;
import dev.saveschema.Reason;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.json.MalformedContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A load answers for any bytes, and refuses bad ones before much time or memory is spent on them. */
class HostileInputTest {

    private static final LoadLimits SMALL = LoadLimits.defaults()
            .fileBytes(10_000)
            .elements(30)
            .nesting(10)
            .textLength(20)
            .numberLength(15);

    private static Schema<Object> schema;

    @TempDir
    Path directory;

    @BeforeAll
    static void compile() {
        schema = Running.compile("Victim", """
                @SaveSchema(version = 2, unversioned = 2)
                public record Victim(
                    @Default("7") int number, @Default("7") long large, @Default("7") double decimal,
                    @Default("7") BigDecimal exact, @Default("-") String text, List<Integer> list,
                    Map<String, Integer> map) {}
                """).schema("Victim");
    }

    // ---- encodings

    /** Windows' editor used to put one there. */
    @Test
    void aByteOrderMarkOfUtf8IsPassedOver() throws IOException {
        Path file = directory.resolve("save.json");
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            store.save(Running.with(schema.defaultValue(), "number", 5));
        }
        Files.writeString(file, "\ufeff" + Files.readString(file));
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            var result = store.load();
            assertThat(result.outcome()).isEqualTo(Outcome.EDITED);
            assertThat(result.repairs()).isEmpty();
            assertThat(Running.get(result.value(), "number")).isEqualTo(5);
        }
    }

    @Test
    void utf16IsRefusedByItsName() {
        for (Charset charset : List.of(UTF_16, UTF_16LE, UTF_16BE)) {
            byte[] bytes = "{\"$version\": 2, \"number\": 5}".getBytes(charset);
            assertThatThrownBy(() -> read(bytes))
                    .isInstanceOf(MalformedContentException.class)
                    .hasMessage("the file is UTF-16 text; a save is UTF-8");
            assertThat(reader(LoadLimits.defaults()).salvage(bytes)).isEmpty();
        }
        byte[] marked = "\ufeff{\"number\": 5}".getBytes(UTF_16LE);
        assertThatThrownBy(() -> read(marked)).hasMessage("the file is UTF-16 text; a save is UTF-8");
    }

    /** Jackson takes the first for UTF-32, with its bytes in an order that it has no reader for. */
    @ParameterizedTest
    @ValueSource(
            strings = {"00 3a 00 00", "00 00 7b 00", "00 00 00 7b", "00 00 fe ff", "7b 22 00 00", "00 00 00 00", "00"})
    void whatBeginsWithZerosIsNoText(String hex) {
        byte[] bytes = bytes("", hex, "");
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(MalformedContentException.class)
                .hasMessage("the file begins with zero bytes; a save is UTF-8 text");
        assertThat(reader(LoadLimits.defaults()).salvage(bytes)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c0 80", "ed a0 80", "f8 88 80 80 80", "e6 97", "c3", "80", "f4 90 80 80"})
    void whatIsNotUtf8CostsNoMoreThanWhatFollows(String hex) {
        byte[] bytes = bytes("{\"$version\": 2, \"number\": 5, \"text\": \"a", hex, "b\", \"decimal\": 1}");
        Object value = readOrSalvage(bytes).value();
        assertThat(Running.get(value, "number")).isEqualTo(5);
        assertThat(Running.read(schema, Running.write(schema, value)).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00", "\\udc00\\ud800", "a\\ud83d", "\\ud83dx"})
    void halfASurrogatePairSurvives(String text) {
        Object value = Running.read(schema, "{\"text\": \"" + text + "\"}").value();
        Document<Object> again = Running.read(schema, Running.write(schema, value));
        assertThat(again.value()).isEqualTo(value);
        assertThat(again.repairs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\0", "{\0", "{\"number\": 5, \0", "{\"number\": 5, \"text\": \"a\0b\"}", "{\"number\": 5}\0\0\0"
            })
    void nulBytesAreDamage(String json) {
        assertThatThrownBy(() -> read(json.getBytes(ISO_8859_1))).isInstanceOf(MalformedContentException.class);
    }

    // ---- numbers

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number | -0 | 0",
                "decimal | -0 | 0.0",
                "decimal | -0.0 | -0.0",
                "large | 9223372036854775807 | 9223372036854775807",
                "large | 9223372036854775808 | 7",
                "large | -9223372036854775809 | 7",
                "large | 1e18 | 1000000000000000000",
                "large | 1e19 | 7",
                "number | 1e999999999 | 7",
                "decimal | 1e999999999 | 7.0",
                "decimal | 1e-999999999 | 0.0",
                "exact | 1e999999999 | 1E+999999999",
                "exact | 1e9999999999 | 7",
                "number | 0e999999999 | 0",
            })
    void anExtremeNumberIsReadOrReplaced(String component, String json, String expected) {
        Document<Object> document = Running.read(schema, "{\"" + component + "\": " + json + "}");
        assertThat(Running.get(document.value(), component)).hasToString(expected);
    }

    // ---- limits

    @Test
    void whatIsLargerThanAValuesLimitCostsThatValue() {
        assertRepaired("{\"text\": \"" + "x".repeat(21) + "\", \"number\": 5}", Reason.TOO_LONG);
        assertRepaired("{\"exact\": " + "1".repeat(16) + ", \"number\": 5}", Reason.TOO_LONG);
        assertRepaired("{\"large\": " + "1".repeat(25) + ", \"number\": 5}", Reason.OUT_OF_RANGE, Reason.TOO_LONG);
        assertRepaired("{\"x\": " + "[".repeat(30) + "]".repeat(30) + ", \"number\": 5}", Reason.UNKNOWN_MEMBER);
    }

    private static void assertRepaired(String json, Reason... oneOf) {
        Document<Object> document = reader(SMALL).read(json.getBytes(UTF_8));
        assertThat(Running.get(document.value(), "number")).isEqualTo(5);
        assertThat(document.repairs()).extracting(repair -> repair.reason()).containsAnyOf(oneOf);
    }

    @Test
    void ofTooManyElementsTheFirstAreKept() {
        for (int version : new int[] {1, 2}) {
            String json = "{\"$version\": " + version + ", \"number\": 5, \"list\": [" + "1, ".repeat(50) + "1]}";
            assertThatThrownBy(() -> reader(SMALL).read(json.getBytes(UTF_8)))
                    .hasMessage("more than 30 members and elements");
            Document<Object> salvaged =
                    reader(SMALL).salvage(json.getBytes(UTF_8)).orElseThrow();
            assertThat(Running.get(salvaged.value(), "number")).isEqualTo(5);
            assertThat((List<?>) Running.get(salvaged.value(), "list")).hasSizeBetween(25, 30);
            assertThat(Running.repairs(salvaged))
                    .anyMatch(line -> line.endsWith("more than 30 members and elements; kept what precedes it"));
        }
    }

    @Test
    void whatALoadWouldNotTakeBackIsNotSaved() throws IOException {
        Object value =
                Running.with(schema.defaultValue(), "list", new ArrayList<>(java.util.Collections.nCopies(50, 1)));
        var options = dev.saveschema.StoreOptions.defaults().limits(SMALL);
        Path file = directory.resolve("large.json");
        try (SaveStore<Object> store = SaveStore.open(schema, file, options)) {
            assertThatThrownBy(() -> store.save(value))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("list")
                    .hasMessageEndingWith("a save with more than 30 members and elements cannot be loaded again");
        }
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"list\":[", "{\"map\":{\"a\":", "{\"x\":[{\"y\":"})
    void aDeepFileIsDamageAndNoMore(String piece) {
        byte[] bytes = piece.repeat((10 << 20) / piece.length()).getBytes(UTF_8);
        assertThatThrownBy(() -> read(bytes)).isInstanceOf(MalformedContentException.class);
        reader(LoadLimits.defaults()).salvage(bytes);
    }

    @Test
    void aMillionRepairsAreCounted() {
        Document<Object> document =
                Running.read(schema, "{\"list\": [" + "\"x\", ".repeat(1_000_000) + "1], \"number\": 5}");
        assertThat(Running.get(document.value(), "number")).isEqualTo(5);
        assertThat(document.repairs()).hasSizeLessThan(1_010);
        assertThat(Running.repairs(document)).anyMatch(line -> line.endsWith("more repairs; not listed one by one"));
    }

    // ---- names

    /** A quadratic time would be ten thousand million comparisons; the JDK's maps make trees of keys that collide. */
    @Test
    void namesThatCollideInTheirHashAreNamesLikeOthers() {
        StringBuilder entries = new StringBuilder();
        for (int number = 0; number < 1 << 17; number++) {
            entries.append(entries.isEmpty() ? "" : ", ")
                    .append('"')
                    .append(colliding(number))
                    .append("\": 1");
        }
        assertThat(colliding(1).hashCode()).isEqualTo(colliding(99_999).hashCode());
        Document<Object> asKeys = Running.read(schema, "{\"map\": {" + entries + "}}");
        assertThat((Map<?, ?>) Running.get(asKeys.value(), "map")).hasSize(1 << 17);
        Document<Object> asUnknown = Running.read(schema, "{" + entries + ", \"number\": 5}");
        assertThat(Running.get(asUnknown.value(), "number")).isEqualTo(5);
        assertThat(Running.repairs(asUnknown)).contains("the file: 130072 more repairs; not listed one by one");
        Document<Object> older = Running.read(schema, "{\"$version\": 1, \"map\": {" + entries + "}}");
        assertThat((Map<?, ?>) Running.get(older.value(), "map")).hasSize(1 << 17);
    }

    private static String colliding(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }

    @Test
    void aKeyThatStandsThereAgainCountsAsItsLast() {
        Document<Object> document = Running.read(
                schema, "{\"map\": {" + "\"k\": 1, ".repeat(100_000) + "\"k\": 2}, \"number\": 1, \"number\": 5}");
        assertThat(Running.get(document.value(), "map")).hasToString("{k=2}");
        assertThat(Running.get(document.value(), "number")).isEqualTo(5);
        assertThat(document.repairs()).hasSizeLessThan(1_010);
    }

    private static Document<Object> read(byte[] bytes) {
        return reader(LoadLimits.defaults()).read(bytes);
    }

    private static Document<Object> readOrSalvage(byte[] bytes) {
        try {
            return read(bytes);
        } catch (MalformedContentException e) {
            return reader(LoadLimits.defaults()).salvage(bytes).orElseThrow();
        }
    }

    private static DocumentReader<Object> reader(LoadLimits limits) {
        return new DocumentReader<>(schema, limits);
    }

    private static byte[] bytes(String before, String hex, String after) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(before.getBytes(UTF_8));
        for (String each : hex.split(" ")) {
            bytes.write(Integer.parseInt(each, 16));
        }
        bytes.writeBytes(after.getBytes(UTF_8));
        return bytes.toByteArray();
    }
}
