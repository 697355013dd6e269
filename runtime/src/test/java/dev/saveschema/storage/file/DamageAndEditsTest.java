package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.UnusableContentException;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every way of spoiling a save of four kilobytes, and two hundred ways of editing it. */
class DamageAndEditsTest {

    private static final Path ROOT = Path.of("/simulated");
    private static final StorageOptions OPTIONS = new StorageOptions(1 << 20, Duration.ZERO);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SIZE = 4096;

    private static final byte[] BEFORE = save(2, "b", "a", 41);
    private static final byte[] LIVE = save(3, "c", "b", 52);

    /** Reads what is an object, but not the seal, which is none of its business. */
    private static final ContentReader<JsonNode> READER = new ContentReader<>() {
        @Override
        public JsonNode read(byte[] bytes) throws UnusableContentException {
            try {
                if (JSON.readTree(bytes) instanceof ObjectNode object && object.has("level")) {
                    object.remove("$save");
                    return object;
                }
                throw new UnusableContentException("not an object with a level");
            } catch (JacksonException e) {
                throw new UnusableContentException(String.valueOf(e.getMessage()));
            }
        }

        @Override
        public Optional<JsonNode> salvage(byte[] bytes) {
            return Optional.empty();
        }
    };

    private static final JsonNode CONTENT_BEFORE = content(BEFORE);
    private static final JsonNode CONTENT = content(LIVE);

    private static byte[] save(long generation, String id, String parent, int level) {
        StringBuilder body = new StringBuilder("{\n  \"$version\": 4,\n  \"level\": ").append(level);
        body.append(",\n  \"name\": \"Zoë\",\n  \"done\": true,\n  \"ratio\": 0.5,\n  \"list\": [1, 2, 3]");
        int lines = 0;
        while (body.length() < SIZE - 260) {
            body.append(",\n  \"line")
                    .append(lines)
                    .append("\": \"what was done at level ")
                    .append(level + lines++)
                    .append('"');
        }
        Seal seal = new Seal(generation, id.repeat(16), parent.repeat(16), Saves.NOW);
        return Saves.file(body.toString().getBytes(UTF_8), Layout.PRETTY, seal);
    }

    private static JsonNode content(byte[] file) {
        try {
            return READER.read(file);
        } catch (UnusableContentException e) {
            throw new AssertionError(e);
        }
    }

    private static Retrieval<JsonNode> load(byte[] live, Profile profile) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
        disk.put(Scene.LOCK, new byte[0]);
        disk.put(Scene.BACKUP, BEFORE);
        disk.put(Scene.LIVE, live);
        try (FileStorage storage = FileStorage.open(
                ROOT.resolve(Scene.LIVE), OPTIONS, disk.mount("program"), disk::now, SameThread.io())) {
            return storage.load(READER);
        }
    }

    /** Neither is it intact, nor does a value come of it that nobody saved. */
    private static void checkDamaged(byte[] spoiled, String how) throws Exception {
        Retrieval<JsonNode> found = load(spoiled, Profile.REORDERING);
        assertThat(found.verdict()).as(how).isNotEqualTo(Verdict.INTACT);
        JsonNode saved = found.verdict() == Verdict.RECOVERED ? CONTENT_BEFORE : CONTENT;
        assertThat(found.content()).as(how).contains(saved);
    }

    /** A file that reads is what somebody may have made of it by hand: nothing in its bytes speaks against that. */
    private static void checkMixed(byte[] mixed, String how) throws Exception {
        Retrieval<JsonNode> found = load(mixed, Profile.REORDERING);
        if (found.verdict() == Verdict.EDITED) {
            assertThat(found.content()).as(how).contains(content(mixed));
        } else {
            checkDamaged(mixed, how);
        }
    }

    @Test
    void noFlippedBitIsTakenForASaveOrForAnEdit() throws Exception {
        for (int at = 0; at < LIVE.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] spoiled = LIVE.clone();
                spoiled[at] ^= (byte) (1 << bit);
                checkDamaged(spoiled, "bit " + bit + " of byte " + at);
            }
        }
        System.out.printf("Damage: %,d flipped bits, all known%n", LIVE.length * 8);
    }

    @Test
    void noCutIsTakenForASaveOrForAnEdit() throws Exception {
        for (int length = 0; length < LIVE.length - 1; length++) {
            checkDamaged(Arrays.copyOf(LIVE, length), "cut to " + length);
            checkDamaged(Arrays.copyOf(Arrays.copyOf(LIVE, length), LIVE.length), "zeros from " + length);
        }
        System.out.printf(
                "Damage: %,d cuts, and as many files of zeros behind a beginning, all known%n", LIVE.length - 1);
    }

    @Test
    void noBlockOfZerosOrOfTheGenerationBeforeIsTakenForASave() throws Exception {
        int count = 0;
        for (int block : List.of(512, 1024, 2048)) {
            for (int at = 0; at < LIVE.length; at += block) {
                int end = Math.min(at + block, LIVE.length);
                byte[] zeros = LIVE.clone();
                Arrays.fill(zeros, at, end, (byte) 0);
                checkDamaged(zeros, block + " zeros at " + at);
                byte[] mixed = LIVE.clone();
                System.arraycopy(BEFORE, at, mixed, at, Math.min(end, BEFORE.length) - at);
                if (!Arrays.equals(mixed, LIVE)) {
                    checkMixed(mixed, block + " bytes of the generation before at " + at);
                    count++;
                }
                count++;
            }
        }
        System.out.printf("Damage: %d blocks of zeros or of the generation before, all known%n", count);
    }

    @Test
    void noChangedByteIsTakenForASave() throws Exception {
        for (int at = 0; at < LIVE.length; at++) {
            for (int value : new int[] {0, 0x20, 0x37, 0xFF}) {
                byte[] spoiled = LIVE.clone();
                spoiled[at] = (byte) value;
                if (!Arrays.equals(spoiled, LIVE)) {
                    String how = value + " at " + at;
                    assertThat(load(spoiled, Profile.REORDERING).verdict())
                            .as(how)
                            .isNotEqualTo(Verdict.INTACT);
                }
            }
        }
        System.out.printf("Damage: %,d changed bytes, none taken for what was saved%n", LIVE.length * 4);
    }

    @Test
    void twoHundredEditsOfPeopleAndToolsAreEditsWhateverTheClockSays() throws Exception {
        int edits = 0;
        for (UnaryOperator<ObjectNode> change : changes()) {
            for (UnaryOperator<byte[]> tool : tools()) {
                byte[] edited = tool.apply(changed(change));
                if (Arrays.equals(edited, LIVE)) {
                    continue;
                }
                for (Profile profile : List.of(Profile.REORDERING, Profile.COARSE_TIMES)) {
                    Retrieval<JsonNode> found = load(edited, profile);
                    assertThat(found.verdict()).as(new String(edited, UTF_8)).isEqualTo(Verdict.EDITED);
                    assertThat(found.content()).contains(content(edited));
                }
                edits++;
            }
        }
        assertThat(edits).isGreaterThanOrEqualTo(200);
        System.out.printf("Edits: %d, each with two clocks, each known as one%n", edits);
    }

    private static byte[] changed(UnaryOperator<ObjectNode> change) {
        ObjectNode tree = (ObjectNode) JSON.readTree(LIVE);
        return JSON.writeValueAsBytes(change.apply(tree));
    }

    /** The changes that people make. */
    private static List<UnaryOperator<ObjectNode>> changes() {
        List<UnaryOperator<ObjectNode>> changes = new ArrayList<>();
        for (int level : new int[] {1, 9, 17, 99, 100, -1, 52_000, 2_000_000_000}) {
            changes.add(tree -> tree.put("level", level));
        }
        for (String name : List.of("", "Eve", "Ana Lucía", "a \"quoted\" name", "☃", "name\nwith a line")) {
            changes.add(tree -> tree.put("name", name));
        }
        changes.add(tree -> tree); // only what the tool does to it
        changes.add(tree -> tree.put("done", false));
        changes.add(tree -> tree.put("ratio", 0.25));
        changes.add(tree -> tree.put("added", "by hand"));
        changes.add(tree -> tree.putNull("list"));
        changes.add(tree -> {
            tree.putArray("list").add(4).add(5);
            return tree;
        });
        changes.add(tree -> {
            tree.remove("line3");
            return tree;
        });
        changes.add(tree -> {
            tree.remove("$save");
            return tree;
        });
        changes.add(tree -> {
            tree.remove(List.of("$save", "$version"));
            return tree;
        });
        changes.add(tree -> {
            ((ObjectNode) tree.get("$save")).put("gen", 4);
            return tree;
        });
        return changes;
    }

    /** The forms in which people's tools write a file. */
    private static List<UnaryOperator<byte[]>> tools() {
        return List.of(
                compact -> compact,
                compact -> printed(compact, "  ", "\n"),
                compact -> printed(compact, "    ", "\n"),
                compact -> printed(compact, "\t", "\n"),
                compact -> printed(compact, "  ", "\r\n"),
                compact -> (new String(compact, UTF_8) + "\n").getBytes(UTF_8),
                compact -> ("\uFEFF" + new String(compact, UTF_8)).getBytes(UTF_8),
                DamageAndEditsTest::sorted,
                DamageAndEditsTest::escaped,
                DamageAndEditsTest::inPlace);
    }

    private static byte[] printed(byte[] json, String indent, String newline) {
        DefaultIndenter indenter = new DefaultIndenter(indent, newline);
        return JSON.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
                .writeValueAsBytes(JSON.readTree(json));
    }

    private static byte[] sorted(byte[] json) {
        ObjectNode tree = (ObjectNode) JSON.readTree(json);
        List<String> names = new ArrayList<>(tree.propertyNames());
        Collections.sort(names);
        ObjectNode sorted = JSON.createObjectNode();
        names.forEach(name -> sorted.set(name, tree.get(name)));
        return JSON.writeValueAsBytes(sorted);
    }

    private static byte[] escaped(byte[] json) {
        StringBuilder ascii = new StringBuilder();
        for (char c : new String(json, UTF_8).toCharArray()) {
            ascii.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return ascii.toString().getBytes(UTF_8);
    }

    /** The change alone, in the file as we wrote it. */
    private static byte[] inPlace(byte[] json) {
        ObjectNode tree = (ObjectNode) JSON.readTree(json);
        String file = new String(LIVE, UTF_8);
        for (String name : List.of("level", "name", "done", "ratio")) {
            file = file.replaceFirst(
                    "(\"" + name + "\": )[^\n]*,\n",
                    "$1" + Matcher.quoteReplacement(String.valueOf(tree.get(name))) + ",\n");
        }
        return file.getBytes(UTF_8);
    }
}
