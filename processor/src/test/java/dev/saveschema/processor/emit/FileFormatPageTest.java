package dev.saveschema.processor.emit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.Backups;
import dev.saveschema.LoadResult;
import dev.saveschema.Outcome;
import dev.saveschema.SaveFormat;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import dev.saveschema.processor.Page;
import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import dev.saveschema.storage.seal.Fingerprint;
import dev.saveschema.storage.seal.RunningSums;
import dev.saveschema.storage.seal.Seal;
import dev.saveschema.storage.seal.SealCheck;
import dev.saveschema.storage.seal.Seals;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code docs/file-format.md} is true, and says enough: a program in Python that knows nothing but the page comes to the same verdicts
 * as SaveSchema on whatever is found on a disk, and what it writes is taken for a save.
 */
class FileFormatPageTest {

    private static final Page PAGE = Page.read("docs/file-format.md");
    private static final String PRETTY = PAGE.json().get(0);
    private static final String COMPACT = PAGE.json().get(1);
    private static final Path SCRIPT = Path.of("src/test/python/saveschema.py");
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String RECORD = """
            @SaveSchema(version = 4)
            public record Hero(
                @Default("Nobody") String name, @Default("0") long gold, @Default("1") double speed, @Default("1") BigDecimal price,
                List<Integer> marks, List<Item> items, Map<String, Optional<Mode>> modes, Optional<JsonNode> any,
                @Default("1970-01-01T00:00:00Z") Instant born, Set<String> tags, @Omit Optional<String> title) {

                enum Mode { EASY, @Name("so hard") HARD }

                public record Item(@Default("?") String kind, List<List<Double>> path) {}
            }
            """;

    private static final String HERO = """
            {"$version":4,"name":"\\u001f \\"q\\" \\\\ \\n Ádá 😀 \\ud800","gold":9223372036854775807,"speed":1.0E10,"price":0.0010,\
            "marks":[],"items":[{"kind":"é","path":[[0.1,-0.0],[]]},{"kind":"","path":[]}],"modes":{"a b":"so hard","":null},\
            "any":{"x":[1,{"y":null}],"z":{}},"born":"2026-11-22T19:47:03Z","tags":["z","ä"]}""";

    private static Schema<Object> schema;
    private static Object hero;

    @TempDir
    Path folder;

    @BeforeAll
    static void compileTheRecord() {
        schema = Running.compile("Hero", RECORD).schema("Hero");
        LoadResult<Object> loaded = SaveFormat.of(schema).fromBytes(HERO.getBytes(UTF_8));
        assertThat(loaded.repairs()).isEmpty();
        hero = loaded.value();
    }

    @Test
    void filesThatAreShownAreWhole() {
        assertThat(Seals.check(PRETTY.getBytes(UTF_8))).isInstanceOf(SealCheck.Holds.class);
        assertThat(Seals.check(COMPACT.getBytes(UTF_8))).isInstanceOf(SealCheck.Holds.class);
    }

    @Test
    void sumsAreThoseOfTheTable() {
        List<List<String>> rows = PAGE.rows("bytes, in UTF-8").toList();
        assertThat(rows).hasSize(3);
        for (List<String> row : rows) {
            boolean isOfTheFile = row.get(0).startsWith("the 206 ");
            String bytes = isOfTheFile ? COMPACT.substring(0, COMPACT.lastIndexOf(":\"") + 2) : Page.code(row.get(0));
            Fingerprint fingerprint = Fingerprint.of(bytes.getBytes(UTF_8));
            assertThat(fingerprint.inHex()).as(bytes).isEqualTo(Page.code(row.get(1)));
            assertThat(!isOfTheFile || fingerprint.length() == 206).isTrue();
        }
    }

    @Test
    void changesOfTheFileHaveTheVerdictOfTheTable() throws Exception {
        Schema<Object> plain = Running.compile(
                        "Hero",
                        "@SaveSchema(version = 4) public record Hero(@Default(\"\") String name, @Default(\"0\") int gold) {}")
                .schema("Hero");
        List<byte[]> files = new ArrayList<>();
        List<List<String>> rows = PAGE.rows("change").toList();
        assertThat(rows).hasSizeGreaterThan(8);
        for (List<String> row : rows) {
            byte[] file = changed(row.get(0)).getBytes(UTF_8);
            files.add(file);
            assertThat(ofOurs(file)).as(row.get(0)).startsWith(row.get(1));
            Files.write(folder.resolve("hero.json"), file);
            try (SaveStore<Object> store = SaveStore.open(plain, folder.resolve("hero.json"))) {
                assertThat(store.load().findings().get(0).state())
                        .as(row.get(0))
                        .hasToString(
                                switch (row.get(2).split(":")[0]) {
                                    case "whole" -> "SEALED";
                                    // nothing else is left, so that what reads is taken as it reads
                                    case "damaged" -> row.get(2).contains("no JSON") ? "INVALID" : "EDITED";
                                    default -> row.get(2).toUpperCase(Locale.ROOT);
                                });
            }
            assertThat(ofOurs(file).endsWith(" damaged"))
                    .as(row.get(0))
                    .isEqualTo(row.get(2).startsWith("damaged") && !row.get(2).contains("no JSON"));
        }
        assertThat(ofPython(files)).containsExactlyElementsOf(ofOurs(files));
    }

    private static String changed(String change) {
        List<String> codes = Page.codes(change);
        if (codes.isEmpty()) {
            return COMPACT;
        }
        assertThat(COMPACT).containsOnlyOnce(codes.get(0));
        return COMPACT.replace(codes.get(0), codes.get(1));
    }

    @Test
    void pythonJudgesTheSealOfDamagedBytesAsWeDo() throws Exception {
        byte[] pretty = SaveFormat.of(schema).toBytes(hero);
        byte[] compact = SaveFormat.of(schema).compact().toBytes(hero);
        byte[] first = sealed("{\"a\":\"é\"", SealedVersions.NONE);
        List<byte[]> files = new ArrayList<>(List.of(pretty, compact, first, new byte[0], "{}".getBytes(UTF_8)));
        for (int at = 0; at < first.length; at++) {
            files.add(flipped(first, at, 1 << at % 8));
        }
        for (int at = 0; at < compact.length; at += 7) {
            files.add(flipped(compact, at, 1 << at % 8));
        }
        for (int at = 0; at < pretty.length; at += 17) {
            files.add(flipped(pretty, at, 1 << at % 8));
            files.add(flipped(pretty, at, 0x22)); // two bits
            files.add(flipped(pretty, at, pretty[at])); // a zero
            files.add(Arrays.copyOf(pretty, at));
            files.add(Arrays.copyOf(pretty, pretty.length + at));
        }
        assertThat(ofPython(files)).containsExactlyElementsOf(ofOurs(files));
    }

    private static byte[] flipped(byte[] file, int at, int bits) {
        byte[] flipped = file.clone();
        flipped[at] ^= (byte) bits;
        return flipped;
    }

    private static List<String> ofOurs(List<byte[]> files) {
        return files.stream().map(FileFormatPageTest::ofOurs).toList();
    }

    private static String ofOurs(byte[] file) {
        SealCheck check = Seals.check(file);
        if (check instanceof SealCheck.Holds holds) {
            Seal seal = holds.seal();
            SealedVersions of = seal.versions();
            return "HOLDS %d %s %s %s %d %d %d %d %d"
                    .formatted(
                            seal.generation(),
                            seal.id(),
                            seal.parent(),
                            seal.time(),
                            of.version(),
                            of.reads(),
                            of.writes(),
                            of.by(),
                            holds.bodyLength());
        }
        if (check instanceof SealCheck.Newer newer) {
            return "NEWER %d %d".formatted(newer.format(), newer.generation().orElse(0));
        }
        return check instanceof SealCheck.Broken broken
                ? "BROKEN %d%s"
                        .formatted(
                                broken.generation().orElse(0), broken.damage().isPresent() ? " damaged" : "")
                : "NONE";
    }

    private List<String> ofPython(List<byte[]> files) throws Exception {
        List<String> command = new ArrayList<>(List.of("check"));
        for (int number = 0; number < files.size(); number++) {
            Path file = folder.resolve("file" + number);
            Files.write(file, files.get(number));
            command.add(file.toString());
        }
        List<String> verdicts = new ArrayList<>();
        for (JsonNode answer : answers(python(command, ""))) {
            String seal = answer.get("seal").stringValue();
            List<String> said = new ArrayList<>(List.of(seal));
            for (String name :
                    List.of("format", "gen", "id", "parent", "time", "version", "reads", "writes", "by", "body")) {
                Optional.ofNullable(answer.get(name)).ifPresent(value -> said.add(value.asString()));
            }
            if (answer.path("damaged").asBoolean(false)) {
                said.add("damaged");
            }
            verdicts.add(String.join(" ", said));
        }
        return verdicts;
    }

    @Test
    void pythonFindsTheSaveThatWeFind() throws Exception {
        Map<String, Path> saves = new LinkedHashMap<>();
        for (String each : List.of(
                "whole",
                "compact",
                "first run",
                "edited",
                "plain",
                "no version",
                "bit",
                "cut",
                "gone",
                "gone twice",
                "restored",
                "both damaged",
                "dated only",
                "edited backup",
                "nothing whole",
                "bit and no backup",
                "newer seal",
                "newer",
                "newer, may be written",
                "x".repeat(220))) {
            saves.put(each, saved(each));
        }
        List<String> command = new ArrayList<>(List.of("load", "--head", "4"));
        saves.values().forEach(file -> command.add(file.toString()));
        List<JsonNode> answers = answers(python(command, ""));
        int at = 0;
        for (Map.Entry<String, Path> save : saves.entrySet()) {
            LoadResult<Object> ours =
                    SaveStore.openReadOnly(schema, save.getValue()).load();
            JsonNode theirs = answers.get(at++);
            assertThat(theirs.get("outcome").stringValue())
                    .as("%s: %s", save.getKey(), ours)
                    .isEqualTo(
                            ours.outcome() == Outcome.SALVAGED || ours.outcome() == Outcome.RESET
                                    ? "DAMAGED"
                                    : ours.outcome().name());
            if (theirs.has("members")) {
                assertThat(theirs.get("source").stringValue())
                        .as(save.getKey())
                        .isEqualTo(ours.source().orElseThrow().name());
                assertThat("{\"$version\":4,"
                                + theirs.get("members").stringValue().substring(1))
                        .as(save.getKey())
                        .isEqualTo(Running.write(schema, ours.value()));
                assertThat(theirs.path("seal").path("id").asString(""))
                        .as(save.getKey())
                        .isEqualTo(ours.seal().map(seal -> seal.id()).orElse(""));
            }
        }
    }

    /** A save after four generations, and what happened to it. */
    private Path saved(String what) throws IOException {
        Path file = Files.createDirectories(folder.resolve(what)).resolve("hero.json");
        if (what.equals("first run")) {
            return file;
        }
        if (what.startsWith("xx")) {
            file = folder.resolve(what + ".json");
        }
        StoreOptions options = StoreOptions.defaults().backups(Backups.keep(4));
        try (SaveStore<Object> store =
                SaveStore.open(schema, file, what.equals("compact") ? options.compact() : options)) {
            for (long gold = 1; gold <= 5; gold++) {
                store.save(Running.with(hero, "gold", gold));
            }
        }
        Path bak1 = file.resolveSibling("hero.json.bak1");
        Path bak2 = file.resolveSibling("hero.json.bak2");
        switch (what) {
            case "edited" -> edit(file, "\"gold\": 5", "\"gold\": 500");
            case "plain" -> Files.writeString(file, HERO);
            case "no version" -> edit(file, "  \"$version\": 4,\n", "");
            case "bit" -> edit(file, "\"gold\": 5", "\"gold\": 4");
            case "cut" -> Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 60));
            case "gone" -> Files.delete(file);
            case "gone twice" -> {
                Files.delete(file);
                Files.delete(bak1);
            }
            case "restored" -> Files.write(file, Files.readAllBytes(bak2));
            case "both damaged" -> {
                edit(file, "\"gold\": 5", "\"gold\": 4");
                edit(bak1, "\"$save\"", "\u0000");
            }
            case "dated only" -> {
                Files.delete(file);
                Files.delete(bak1);
                edit(bak2, "\"gold\": 3", "\"gold\": 2");
            }
            case "edited backup" -> {
                Files.delete(file);
                Files.writeString(bak1, HERO);
            }
            case "nothing whole" -> {
                for (Path each : files(file)) {
                    Files.write(each, Arrays.copyOf(Files.readAllBytes(each), 50));
                }
            }
            case "bit and no backup" -> {
                for (Path each : files(file)) {
                    if (!each.equals(file)) {
                        Files.delete(each);
                    }
                }
                edit(file, "\"gold\": 5", "\"gold\": 4");
            }
            case "newer seal" -> edit(file, "\"v\": 2", "\"v\": 8");
            case "newer" -> Files.write(file, newer(9, 9));
            case "newer, may be written" -> Files.write(file, newer(4, 4));
            default -> {}
        }
        return file;
    }

    /** The save as a program of version 9 writes it. */
    private static byte[] newer(int reads, int writes) {
        String body = HERO.replace("\"$version\":4", "\"$version\":9").substring(0, HERO.length() - 1);
        return sealed(body, new SealedVersions(9, reads, writes, 9));
    }

    private static byte[] sealed(String text, SealedVersions versions) {
        SaveBody body = SaveBody.of(text.getBytes(UTF_8));
        Seal seal = new Seal(9, "6f1c0a9b5e3d7712", Seal.NO_PARENT, Seal.fitting(Instant.now()), versions);
        return Seals.seal(body, Layout.COMPACT, seal, RunningSums.of(body));
    }

    private static List<Path> files(Path file) throws IOException {
        try (var files = Files.list(file.getParent())) {
            return files.filter(each -> !each.getFileName().toString().endsWith(".lock"))
                    .toList();
        }
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    @Test
    void whatPythonWritesIsASave() throws Exception {
        Path file = folder.resolve("hero.json");
        for (String layout : List.of("--pretty", "--compact")) {
            python(List.of("write", layout, file.toString()), HERO);
        }
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.outcome()).isEqualTo(Outcome.LOADED);
            assertThat(loaded.isClean()).isTrue();
            assertThat(loaded.generation()).hasValue(2);
            assertThat(Running.write(schema, loaded.value())).isEqualTo(HERO);
            assertThat(store.backups()).hasSize(1);
            String first = Files.readString(file.resolveSibling("hero.json.bak1"));
            String ours = new String(SaveFormat.of(schema).toBytes(hero), UTF_8);
            assertThat(first.substring(0, first.indexOf("$save"))).isEqualTo(ours.substring(0, ours.indexOf("$save")));
            store.save(Running.with(hero, "gold", 1L));
            assertThat(loadedBy(store)).isEqualTo(3);
        }
    }

    private static long loadedBy(SaveStore<Object> store) throws IOException {
        return store.load().generation().orElseThrow();
    }

    @Test
    void pythonDoesNotWriteASaveThatIsOpen() throws Exception {
        Path file = folder.resolve("hero.json");
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            store.save(hero);
            Process process = start(List.of("write", file.toString()), HERO);
            assertThat(process.waitFor()).isNotZero();
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .contains("BlockingIOError");
            assertThat(loadedBy(store)).isEqualTo(1);
        }
    }

    private static List<JsonNode> answers(String printed) {
        return printed.lines().map(JSON::readTree).toList();
    }

    private static String python(List<String> arguments, String input) throws IOException, InterruptedException {
        Process process = start(arguments, input);
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(errors).isZero();
        return printed;
    }

    private static Process start(List<String> arguments, String input) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
        command.addAll(arguments);
        Process process = startIfThere(command);
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(UTF_8));
        }
        return process;
    }

    private static Process startIfThere(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException notThere) {
            String reason =
                    "no python3 here, so that no other language reads saves in this test: " + notThere.getMessage();
            System.out.println(reason);
            assumeTrue(false, reason);
            throw notThere;
        }
    }
}
