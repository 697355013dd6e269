package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.disk.DiskThatRemembers;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.seal.Fingerprint;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that a person or another program has written is known by its content, whatever its time and size, and is never lost. */
class EditsTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    /** Edits a file in place and keeps its time, as a sync client, {@code touch -r} and many an editor do. */
    private static String editKeepingTheTime(Path file, String old, String better) throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        String edited = Files.readString(file).replace(old, better);
        Files.writeString(file, edited);
        Files.setLastModifiedTime(file, time);
        return edited;
    }

    private static String replace(Path file, String old, String better) throws IOException {
        String edited = Files.readString(file).replace(old, better);
        Path other = file.resolveSibling("editor~");
        Files.writeString(other, edited);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        return edited;
    }

    /** Times as on FAT, or on ext4 with small inodes, and nothing that tells when a file changed. */
    private static FileOps coarse() {
        return new ForwardingDisk() {
            @Override
            public Optional<Attributes> attributes(Path path) throws IOException {
                return super.attributes(path)
                        .map(found -> new Attributes(
                                found.kind(),
                                found.fileKey(),
                                found.size(),
                                FileTime.from(found.modified().toInstant().truncatedTo(ChronoUnit.DAYS)),
                                found.permissions()));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -300, 0, 1, 86_400})
    void editOfTheSameLengthIsAnEditWhateverItsTime(long seconds) throws Exception {
        saves.hold("one", "seven");
        editKeepingTheTime(saves.live(), "seven", "adieu");
        Files.setLastModifiedTime(
                saves.live(),
                FileTime.from(Saves.sealOf(saves.newerBackup()).time().plus(Duration.ofSeconds(seconds))));
        Retrieval<String> loaded = saves.load();
        assertThat(loaded.verdict()).isEqualTo(Verdict.EDITED);
        assertThat(loaded.content()).contains("adieu");
    }

    @Test
    void editWhileOpenThatKeepsSizeAndTimeIsKeptAside() throws Exception {
        try (FileStorage storage = saves.open()) {
            storage.load(Saves.READER);
            storage.save(Saves.request("seven"));
            String theirs = editKeepingTheTime(saves.live(), "seven", "adieu");
            SaveReceipt receipt = storage.save(Saves.request("two"));
            assertThat(receipt.preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent(theirs));
        }
    }

    @Test
    void editWhileOpenIsFoundWhereTimesAreCoarse() throws Exception {
        try (FileStorage storage = saves.open(coarse())) {
            storage.load(Saves.READER);
            for (String word : List.of("seven", "eight", "three")) {
                storage.save(Saves.request(word));
                String theirs = replace(saves.live(), word, "adieu");
                storage.save(Saves.request("other"));
                storage.save(Saves.request("again"));
                storage.save(Saves.request("final"));
                assertThat(saves.kept(theirs)).as(word).isTrue();
            }
        }
    }

    @Test
    void editInTheInstantAfterASaveIsNotTakenForThatSave() throws Exception {
        String[] theirs = new String[1];
        FileOps disk = new ForwardingDisk() {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                T result = super.through(name, path, call);
                if (name.equals("move") && path.equals(saves.live()) && theirs[0] == null) {
                    theirs[0] = replace(saves.live(), "seven", "adieu");
                }
                return result;
            }
        };
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            storage.save(Saves.request("seven"));
            assertThat(storage.save(Saves.request("two")).preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasContent(theirs[0]));
        }
    }

    /** A disk on which a person edits the save in place, before one call of ours, and puts its time back. */
    private static final class DiskWithAnEdit extends ForwardingDisk {

        private final Path live;
        private final boolean hasLinks;
        private int callsLeft;
        private String last = "";
        private Optional<String> edited = Optional.empty();

        /** Whether the call is the one that replaces the save, right after the last look at it. */
        private boolean isTooLate;

        DiskWithAnEdit(Path live, boolean hasLinks, int callsLeft) {
            this.live = live;
            this.hasLinks = hasLinks;
            this.callsLeft = callsLeft;
        }

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (--callsLeft == 0) {
                isTooLate = !hasLinks && name.equals("move") && path.equals(live) && last.equals("attributes");
                edited = Optional.of(editKeepingTheTime(live, "word", "WORD"));
            }
            last = name;
            return super.through(name, path, call);
        }

        @Override
        public void link(Path name, Path existing) throws IOException {
            if (!hasLinks) {
                throw new FileSystemException(name.toString(), null, "no links here");
            }
            super.link(name, existing);
        }
    }

    @Test
    void editThatKeepsSizeAndTimeIsKeptWhateverTheMomentOfASave() throws Exception {
        everyEditIsKept(true, false);
    }

    @Test
    void editThatKeepsSizeAndTimeIsKeptWhereBackupsAreCopiesToo() throws Exception {
        everyEditIsKept(false, false);
    }

    @Test
    void editThatKeepsSizeAndTimeIsKeptWhereTheFileWasNoSaveOfOursToo() throws Exception {
        everyEditIsKept(false, true);
    }

    private void everyEditIsKept(boolean hasLinks, boolean isForeign) throws IOException {
        for (int moment = 1; ; moment++) {
            Saves here = new Saves(Files.createDirectory(directory.toRealPath().resolve("" + moment)));
            here.hold("one", "two", "three");
            if (isForeign) {
                here.edit("{\"word\": \"foreign\"}");
                Files.setLastModifiedTime(here.live(), FileTime.from(Instant.parse("2026-11-22T10:00:00.123456789Z")));
            }
            DiskWithAnEdit disk = new DiskWithAnEdit(here.live(), hasLinks, moment);
            try (FileStorage storage = here.open(disk)) {
                storage.load(Saves.READER);
                for (String word : List.of("four", "five", "six", "seven")) {
                    storage.save(Saves.request(word));
                }
            }
            if (disk.edited.isEmpty()) {
                assertThat(moment).isGreaterThan(40); // there are no more calls
                return;
            }
            if (!disk.isTooLate) {
                assertThat(here.kept(disk.edited.get()))
                        .as("before call " + moment)
                        .isTrue();
            }
        }
    }

    @Test
    void editWhoseSumsWereMadeEqualIsFoundWhereAttributesProveNothing() throws Exception {
        try (FileStorage storage = saves.open(coarse())) {
            storage.load(Saves.READER);
            storage.save(Saves.request("seven"));
            byte[] ours = Files.readAllBytes(saves.live());
            byte[] theirs = withTheSumsOf(ours);
            Files.write(saves.live(), theirs);
            assertThat(storage.save(Saves.request("two")).preserved())
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.path().orElseThrow()).hasBinaryContent(theirs));
        }
    }

    /** Other bytes of the same length with the same two sums: the sums are linear, so that 65 bits are enough to choose from. */
    private static byte[] withTheSumsOf(byte[] bytes) {
        int start = 14;
        long target = Fingerprint.of(bytes).sums();
        byte[] changed = bytes.clone();
        changed[start - 1] ^= 3;
        long difference = Fingerprint.of(changed).sums() ^ target;
        int bits = 80;
        long[] effect = new long[bits];
        for (int bit = 0; bit < bits; bit++) {
            byte[] one = bytes.clone();
            one[start + bit / 8] ^= (byte) (1 << bit % 8);
            effect[bit] = Fingerprint.of(one).sums() ^ target;
        }
        long[] basis = new long[Long.SIZE];
        BitSet[] made = new BitSet[Long.SIZE];
        for (int bit = 0; bit < bits; bit++) {
            long value = effect[bit];
            BitSet of = new BitSet(bits);
            of.set(bit);
            for (int top = Long.SIZE - 1; top >= 0 && value != 0; top--) {
                if ((value >>> top & 1) == 1) {
                    if (made[top] == null) {
                        basis[top] = value;
                        made[top] = of;
                        break;
                    }
                    value ^= basis[top];
                    of.xor(made[top]);
                }
            }
        }
        BitSet flips = new BitSet(bits);
        for (int top = Long.SIZE - 1; top >= 0; top--) {
            if ((difference >>> top & 1) == 1) {
                difference ^= basis[top];
                flips.xor(made[top]);
            }
        }
        flips.stream().forEach(bit -> changed[start + bit / 8] ^= (byte) (1 << bit % 8));
        assertThat(Fingerprint.of(changed)).isEqualTo(Fingerprint.of(bytes));
        assertThat(changed).isNotEqualTo(bytes).hasSameSizeAs(bytes);
        return changed;
    }

    @Test
    void backupThatSomebodyEditedIsKeptAsideBeforeItGoes() throws Exception {
        for (boolean open : List.of(true, false)) {
            Saves here = new Saves(Files.createDirectory(saves.directory().resolve("open-" + open)));
            here.hold("one", "seven", "three");
            if (open) {
                try (FileStorage storage = here.open()) {
                    storage.load(Saves.READER);
                    storage.save(Saves.request("four"));
                    String theirs = editKeepingTheTime(here.newerBackup(), "three", "adieu");
                    for (String word : List.of("four", "five", "six", "seven")) {
                        storage.save(Saves.request(word));
                        assertThat(here.kept(theirs)).as(word).isTrue();
                    }
                }
            } else {
                String theirs = replace(here.olderBackup(), "one", "two");
                here.hold("five", "six", "seven", "eight");
                assertThat(here.kept(theirs)).isTrue();
            }
        }
    }

    @Test
    void generationThatAPersonEditedIsKeptAsideBeforeItIsPushedOut() throws Exception {
        saves.hold("one");
        String mine = replace(saves.live(), "one", "mine");
        saves.hold("two", "three");
        assertThat(Saves.wordIn(saves.olderBackup())).isEqualTo("mine");
        assertThat(saves.quarantine("edited")).isEmpty();
        saves.hold("four", "five");
        assertThat(saves.quarantine("edited"))
                .singleElement()
                .satisfies(kept -> assertThat(kept).hasContent(mine));
    }

    @Test
    void whatAPersonWroteIsDurableBeforeItBecomesABackup() throws Exception {
        saves.hold("one", "two");
        saves.edit("{\"word\": \"mine\"}");
        DiskThatRemembers disk = new DiskThatRemembers();
        try (FileStorage storage = saves.open(disk)) {
            storage.load(Saves.READER);
            disk.forget();
            storage.save(Saves.request("three"));
        }
        String directoryForced = "forceDirectory " + saves.directory().getFileName();
        assertThat(disk.changes())
                .containsSubsequence(
                        "output force .progress.json.tmp",
                        "move progress.json.bak1",
                        directoryForced,
                        "move progress.json",
                        directoryForced);
    }

    @Test
    void oneFlippedBitIsDamageWhereverItIs() throws Exception {
        saves.hold("one", "two");
        byte[] whole = Files.readAllBytes(saves.live());
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            byte[] rotten = whole.clone();
            rotten[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(saves.live(), rotten);
            Retrieval<String> loaded = saves.load();
            assertThat(loaded.verdict()).as("bit %d", bit).isEqualTo(Verdict.RECOVERED);
            assertThat(loaded.content()).contains("one");
        }
    }

    @Test
    void twoFlippedBitsThatReadAreAnEdit() throws Exception {
        saves.hold("one", "two");
        byte[] edited = new String(Files.readAllBytes(saves.live()), UTF_8)
                .replace("two", "ten")
                .getBytes(UTF_8);
        Files.write(saves.live(), edited);
        assertThat(saves.load().verdict()).isEqualTo(Verdict.EDITED);
    }
}
