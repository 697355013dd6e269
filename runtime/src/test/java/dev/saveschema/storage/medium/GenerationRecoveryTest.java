package dev.saveschema.storage.medium;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.Finding.State;
import dev.saveschema.KeepAside;
import dev.saveschema.KeptCopy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.storage.ContentReader;
import dev.saveschema.storage.Durability;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.contract.WordSaves;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which generation of a medium a load takes, and what becomes of those that it could not take. */
class GenerationRecoveryTest {

    private final Medium medium = new Medium();

    /** The medium in memory, beside which somebody else may do something before a generation is read. */
    private static final class Medium implements GenerationMedium {

        private final MemoryMedium memory = new MemoryMedium();
        private final ArrayDeque<Runnable> beforeReads = new ArrayDeque<>();
        private boolean forgets;
        private Optional<IOException> refusal = Optional.empty();
        private int lists;
        private int commits;
        private int closed;

        @Override
        public List<Generation> list() {
            lists++;
            return memory.list();
        }

        @Override
        public Optional<byte[]> read(long number) {
            if (!beforeReads.isEmpty()) {
                beforeReads.remove().run();
            }
            return forgets ? Optional.empty() : memory.read(number);
        }

        @Override
        public Result commit(GenerationChange change) throws IOException {
            commits++;
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return memory.commit(change);
        }

        @Override
        public Durability durability() {
            return memory.durability();
        }

        @Override
        public void close() {
            closed++;
        }

        /** One bit of it, so that the seal speaks of damage; what it says still reads. */
        private void rot(long number) {
            memory.overwrite(number, rotten(memory.read(number).orElseThrow()));
        }

        private static byte[] rotten(byte[] bytes) {
            byte[] changed = bytes.clone();
            changed[new String(bytes, UTF_8).indexOf("apple")] ^= 4; // e
            return changed;
        }

        /** No longer the whole of it. */
        private void cut(long number) {
            memory.overwrite(number, "{\n  \"word\": \"cut\"".getBytes(UTF_8));
        }

        private void empty(long number) {
            memory.overwrite(number, new byte[0]);
        }

        /** One generation takes the place of all. */
        private void replaceAll(byte[] bytes) {
            Generation newest = memory.list().get(0);
            Generation next =
                    new Generation(newest.number() + 1, "f".repeat(16), newest.time(), bytes.length, Optional.empty());
            Set<Long> all = memory.list().stream().map(Generation::number).collect(Collectors.toSet());
            memory.commit(new GenerationChange(Optional.of(newest), next, bytes, Map.of(), all));
        }
    }

    private MediumStorage open(StorageOptions options) {
        return MediumStorage.of("words", medium, options);
    }

    private MediumStorage open() {
        return open(StorageOptions.DEFAULTS);
    }

    private void hold(String... words) throws IOException {
        try (MediumStorage storage = open()) {
            for (String word : words) {
                storage.load(WordSaves.READER);
                storage.save(WordSaves.request(word));
            }
        }
    }

    private Retrieval<String> load() throws IOException {
        return open().load(WordSaves.READER);
    }

    @Test
    void generationThatReadsThoughItsSealSpeaksOfDamageIsTakenIfNothingElseIsLeft() throws IOException {
        hold("apple");
        medium.rot(1);
        Retrieval<String> loaded = load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(loaded.content()).contains("epple");
        assertThat(loaded.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.state()).isEqualTo(State.EDITED);
            assertThat(finding.detail())
                    .startsWith("does not match its seal: one bit of byte ")
                    .endsWith("; taken as it reads, since nothing else is left");
        });
    }

    @Test
    void generationBehindOneThatSpeaksOfDamageIsTakenInItsPlace() throws IOException {
        hold("pear", "apple");
        medium.rot(2);
        Retrieval<String> loaded = load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.RECOVERED);
        assertThat(loaded.content()).contains("pear");
        assertThat(loaded.preserved()).extracting(Object::toString).containsExactly("words");
    }

    @Test
    void partOfTheNewestIsTakenIfNoneReads() throws IOException {
        hold("pear", "plum");
        medium.empty(1);
        medium.cut(2);
        Retrieval<String> loaded = load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.SALVAGED);
        assertThat(loaded.content()).contains("cut");
        assertThat(loaded.findings())
                .extracting(finding -> finding.detail())
                .containsExactly("does not end", "does not end");
    }

    @Test
    void generationThatWasKeptAsideIsNoBackup() throws IOException {
        hold("pear");
        try (MediumStorage storage = open()) {
            storage.load(WordSaves.READER);
            storage.save(WordSaves.request("plum"));
            storage.save(WordSaves.request("kiwi", new Keep.Aside(Keep.QuarantineReason.REPAIRED)));
        }
        medium.cut(3);
        assertThat(load().content()).contains("pear");
    }

    /** Adds a second generation with the bytes of the first, which is to be kept. */
    private void addCopyToBeKept(KeptCopy.Why why) {
        Generation first = medium.memory.list().get(0);
        medium.memory.commit(new GenerationChange(
                Optional.of(first),
                new Generation(2, "a".repeat(16), first.time(), first.size(), Optional.of(why)),
                medium.memory.read(1).orElseThrow(),
                Map.of(),
                Set.of()));
    }

    @Test
    void newestGenerationIsTakenThoughItIsToBeKept() throws IOException {
        hold("pear");
        addCopyToBeKept(KeptCopy.Why.EDITED);
        assertThat(load().verdict()).isEqualTo(Verdict.EDITED);
    }

    @Test
    void generationOfExactlyTheLimitIsRead() throws IOException {
        hold("pear");
        long size = medium.memory.list().get(0).size();
        assertThat(open(StorageOptions.DEFAULTS.maxBytes(size))
                        .load(WordSaves.READER)
                        .content())
                .contains("pear");
    }

    @Test
    void generationThatIsLargerIsDamagedWhetherTheListOrItsBytesSaySo() throws IOException {
        hold("pear", "plum");
        long size = medium.memory.list().get(0).size();
        StorageOptions less = StorageOptions.DEFAULTS.maxBytes(size - 1);
        assertThat(open(less).load(WordSaves.READER).findings())
                .extracting(finding -> finding.detail())
                .containsOnly("larger than " + (size - 1) + " bytes");
        byte[] padded = (" ".repeat(5) + new String(medium.memory.read(2).orElseThrow(), UTF_8)).getBytes(UTF_8);
        medium.memory.overwrite(2, padded);
        Retrieval<String> loaded = open(StorageOptions.DEFAULTS.maxBytes(size)).load(WordSaves.READER);
        assertThat(loaded.verdict()).isEqualTo(Verdict.RECOVERED);
        assertThat(loaded.findings().get(0).detail()).isEqualTo("larger than " + size + " bytes");
    }

    @Test
    void generationsThatChangeWhileTheyAreReadAreReadAnew() throws IOException {
        hold("pear", "plum");
        medium.cut(2);
        medium.beforeReads.add(() -> {});
        medium.beforeReads.add(() -> medium.replaceAll("{\"word\": \"kiwi\"}".getBytes(UTF_8)));
        Retrieval<String> loaded = load();
        assertThat(loaded.content()).contains("kiwi");
        assertThat(loaded.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(loaded.findings()).hasSize(1);
    }

    @Test
    void generationThatWasRefusedBeforeTheyChangedIsReadAnewAsALastResort() throws IOException {
        hold("pear", "apple");
        byte[] whole = medium.memory.read(2).orElseThrow();
        medium.cut(2);
        medium.beforeReads.add(() -> {});
        medium.beforeReads.add(() -> medium.replaceAll(Medium.rotten(whole)));
        Retrieval<String> loaded = load();
        assertThat(loaded.content()).contains("epple");
        assertThat(loaded.verdict()).isEqualTo(Verdict.EDITED);
    }

    @Test
    void generationsThatComeAndGoForEverAreAnErrorAndNotAWait() throws IOException {
        hold("pear");
        medium.forgets = true;
        medium.lists = 0;
        assertThatThrownBy(this::load)
                .isInstanceOf(IOException.class)
                .hasMessage("words: its generations come and go faster than they can be read");
        assertThat(medium.lists).isEqualTo(100);
    }

    @Test
    void copiesThatThisSaveKeepsAreNotDeletedByItThoughTheyAreTooMany() throws IOException {
        hold("pear", "plum", "kiwi");
        medium.cut(3);
        medium.cut(2);
        try (MediumStorage storage = open(StorageOptions.DEFAULTS.keepAside(KeepAside.newest(1)))) {
            assertThat(storage.load(WordSaves.READER).content()).contains("pear");
            storage.save(WordSaves.request("fig"));
            assertThat(storage.kept()).extracting(kept -> kept.copy().name()).containsExactly("words#3", "words#2");
        }
    }

    @Test
    void numberOfASaveFollowsTheGreatestThatASealSays() throws IOException {
        hold("pear");
        MemoryMedium other = new MemoryMedium();
        try (MediumStorage storage = MediumStorage.of("other", other, StorageOptions.DEFAULTS)) {
            storage.load(WordSaves.READER);
            for (String word : List.of("a", "b", "c", "d", "e")) {
                storage.save(WordSaves.request(word));
            }
        }
        medium.memory.overwrite(1, other.read(5).orElseThrow());
        try (MediumStorage storage = open()) {
            assertThat(storage.load(WordSaves.READER).content()).contains("e");
            assertThat(storage.save(WordSaves.request("fig")).generation()).isEqualTo(6);
        }
    }

    @Test
    void generationThatASavePrunedIsNotAskedForAgain() throws IOException {
        hold("a", "b", "c");
        try (MediumStorage storage = open()) {
            storage.load(WordSaves.READER);
            storage.save(WordSaves.request("d"));
            storage.save(WordSaves.request("e"));
            assertThat(storage.kept()).isEmpty();
            storage.save(WordSaves.request("f", new Keep.Aside(Keep.QuarantineReason.REPAIRED)));
            assertThat(medium.memory.list()).extracting(Generation::number).containsExactly(6L, 5L, 4L, 3L);
        }
    }

    @Test
    void reasonToKeepAGenerationIsTheFirstThatThereWas() throws IOException {
        hold("pear");
        addCopyToBeKept(KeptCopy.Why.VERSION);
        try (MediumStorage storage = open(StorageOptions.DEFAULTS.sealed(false))) {
            storage.load(WordSaves.READER);
            storage.save(WordSaves.request("fig", new Keep.Aside(Keep.QuarantineReason.REPAIRED)));
            assertThat(storage.kept()).extracting(KeptCopy::why).containsExactly(KeptCopy.Why.VERSION);
        }
    }

    @Test
    void storageThatItsReaderClosedIsClosed() throws IOException {
        MediumStorage storage = open();
        hold("pear");
        ContentReader<String> closing = WordSaves.closing(storage, WordSaves.READER::read);
        assertThatThrownBy(() -> storage.load(closing))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("words is closed");
    }

    @Test
    void closingClosesTheMediumOnceAndKeepsNobodyWaiting() throws Exception {
        MediumStorage storage = open();
        storage.close();
        storage.close();
        assertThat(medium.closed).isEqualTo(1);
        CompletableFuture<Throwable> another = CompletableFuture.supplyAsync(() -> storage)
                .thenApply(closed -> {
                    try {
                        return closed.load(WordSaves.READER);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .handle((loaded, failure) -> failure.getCause());
        assertThat(another.get(1, TimeUnit.MINUTES)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void commitInDoubtThatDoesNotHappenIsTriedThreeTimes() throws IOException {
        hold("pear");
        medium.commits = 0;
        medium.refusal = Optional.of(new InDoubtException(new IOException("connection reset")));
        try (MediumStorage storage = open()) {
            storage.load(WordSaves.READER);
            assertThatThrownBy(() -> storage.save(WordSaves.request("fig")))
                    .isInstanceOfSatisfying(
                            SaveException.class,
                            failure -> assertThat(failure.aftermath())
                                    .as("it may still happen")
                                    .isEqualTo(Aftermath.UNKNOWN));
        }
        assertThat(medium.commits).isEqualTo(3);
    }

    @Test
    void failureWithoutAMessageIsToldByItsName() throws IOException {
        medium.refusal = Optional.of(new InterruptedIOException());
        try (MediumStorage storage = open()) {
            storage.load(WordSaves.READER);
            assertThatThrownBy(() -> storage.save(WordSaves.request("fig")))
                    .hasMessageContaining("InterruptedIOException");
            medium.refusal = Optional.of(new IOException("the cable is out"));
            assertThatThrownBy(() -> storage.save(WordSaves.request("fig"))).hasMessageContaining("the cable is out");
        }
    }
}
