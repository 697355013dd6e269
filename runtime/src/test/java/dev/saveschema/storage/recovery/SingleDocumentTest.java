package dev.saveschema.storage.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Copy;
import dev.saveschema.Finding.State;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.MemoryDisk;
import dev.saveschema.storage.file.FileStorage;
import dev.saveschema.storage.file.Saves;
import dev.saveschema.storage.seal.Seal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bytes without a file are what the same bytes are in a file that has nothing beside it. */
class SingleDocumentTest {

    private static final Seal SEAL = new Seal(7, "a".repeat(16), "b".repeat(16), Saves.NOW);
    private static final byte[] SEALED = Saves.file(Saves.body("hello"), Layout.PRETTY, SEAL);
    private static final String NEWER = "{\"word\": \"%s\",\n  \"$save\": {\"v\": 3, \"gen\": 9}}\n";

    @TempDir(factory = MemoryDisk.class)
    Path directory;

    @Test
    void everyTruncationAndEveryChangedByteIsWhatItIsInAFile() throws IOException {
        Map<Verdict, Integer> met = new EnumMap<>(Verdict.class);
        for (int length = 0; length <= SEALED.length; length += length < 40 ? 1 : 7) {
            same(Arrays.copyOf(SEALED, length), met);
        }
        for (int at = 0; at < SEALED.length; at += at < 40 ? 1 : 5) {
            byte[] changed = SEALED.clone();
            changed[at] ^= 4;
            same(changed, met);
        }
        same(NEWER.formatted("later").getBytes(UTF_8), met);
        same(NEWER.replace("word", "sword").formatted("later").getBytes(UTF_8), met);
        assertThat(met).containsOnlyKeys(Verdict.INTACT, Verdict.EDITED, Verdict.SALVAGED, Verdict.LOST, Verdict.NEWER);
    }

    @Test
    void tellsTheSealThatHolds() {
        assertThat(retrieve(SEALED, 1 << 20).seal()).contains(SEAL.shown().orElseThrow());
    }

    @Test
    void moreThanMayBeReadIsNotReadAndNotKept() {
        Retrieval<String> retrieval = retrieve(SEALED, SEALED.length - 1);
        assertThat(retrieval.verdict()).isEqualTo(Verdict.LOST);
        assertThat(retrieval.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(State.INVALID);
            assertThat(finding.detail()).isEqualTo("larger than " + (SEALED.length - 1) + " bytes");
        });
        assertThat(retrieval.preserved()).isEmpty();
    }

    @Test
    void asMuchAsMayBeReadIsRead() {
        assertThat(retrieve(SEALED, SEALED.length).verdict()).isEqualTo(Verdict.INTACT);
    }

    @Test
    void editSaysWhetherThereIsASealThatItDoesNotMatch() {
        String edited = new String(SEALED, UTF_8).replace("hello", "goodbye");
        assertThat(retrieve(edited.getBytes(UTF_8), 1 << 20).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).isEqualTo("does not match its seal"));
        assertThat(retrieve("{\"word\": \"hello\"}".getBytes(UTF_8), 1 << 20).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.detail()).isEqualTo("no seal"));
    }

    private void same(byte[] bytes, Map<Verdict, Integer> met) throws IOException {
        Path file = directory.resolve("progress.json");
        Files.write(file, bytes);
        Retrieval<String> inFile;
        try (FileStorage storage = new Saves(directory).open(new ForwardingDisk(), StorageOptions.DEFAULTS)) {
            inFile = storage.load(Saves.READER);
        }
        Retrieval<String> alone = retrieve(bytes, 1 << 20);
        String shown = new String(bytes, UTF_8);
        assertThat(alone.verdict()).as(shown).isEqualTo(inFile.verdict());
        assertThat(alone.content()).as(shown).isEqualTo(inFile.content());
        assertThat(alone.seal()).as(shown).isEqualTo(inFile.seal());
        met.merge(alone.verdict(), 1, Integer::sum);
    }

    private static Retrieval<String> retrieve(byte[] bytes, long most) {
        return SingleDocument.retrieve(Copy.named("the document"), bytes, most, true, Saves.READER);
    }
}
