package dev.saveschema.storage.slots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.saveschema.storage.SaveBody;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.SealedVersions;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.IoThread;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Moment;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import dev.saveschema.storage.file.SaveBytes;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ends the program, or cuts the power, at every moment of every change of a folder of slots. What remains is what was there before, or
 * what is there afterwards, and never a part of a slot; once the change has returned, it is what is there afterwards.
 */
class SlotCrashTest {

    private static final Path ROOT = Path.of("/simulated");
    private static final StorageOptions OPTIONS = new StorageOptions(1 << 20, Duration.ZERO);
    private static final List<String> OF_THE_FOLDER = List.of(".trash", ".slots.lock");
    private static final String TRASHED = "20261101T120000Z-0123456789abcdef-rogue";
    private static final String FIRST_DELETED = "delete the first";
    private static final int RETURNED = 1;

    private interface Change {

        void in(SlotFolder folder) throws IOException;
    }

    static Stream<Arguments> changes() {
        Map<String, Change> changes = new LinkedHashMap<>();
        changes.put("create", folder -> folder.open("mage", true, save -> save));
        changes.put("copy", folder -> folder.copy("hero", "before the dragon"));
        changes.put("rename", folder -> folder.rename("hero", "heroine"));
        changes.put("rename in case only", folder -> folder.rename("hero", "Hero"));
        changes.put("delete", folder -> folder.delete("hero"));
        changes.put(FIRST_DELETED, folder -> folder.delete("hero"));
        changes.put("delete for good", folder -> folder.remove("hero"));
        changes.put("restore", folder -> folder.restore(folder.trash().get(0), "rogue"));
        changes.put("empty the trash", folder -> folder.empty(Duration.ofDays(7)));
        return changes.entrySet().stream()
                .flatMap(change -> Stream.of(Profile.values())
                        .map(profile -> arguments(change.getKey(), change.getValue(), profile)));
    }

    @ParameterizedTest(name = "{0} on {2}")
    @MethodSource("changes")
    void whateverHappensAtWhateverMomentLeavesOldOrNew(String name, Change change, Profile profile) throws IOException {
        SimulatedDisk disk = start(profile, !name.equals(FIRST_DELETED));
        Map<String, String> before = slots(disk);
        int[] mark = new int[1];
        disk.record(() -> mark[0]);
        change.in(folder(disk));
        mark[0] = RETURNED;
        Map<String, String> after = slots(disk);
        assertThat(after).isNotEqualTo(before);
        List<Moment> moments = new ArrayList<>(disk.moments());
        Moment last = disk.moment();
        moments.add(new Moment("returned", last.durable(), last.pending(), last.visible(), last.data(), RETURNED));
        PowerCuts cuts = new PowerCuts(profile, 1, 20);
        for (Moment moment : moments) {
            for (PowerCuts.Remains remains : cuts.of(moment)) {
                SimulatedDisk left = disk.after(ROOT, remains);
                Map<String, String> found = slots(left);
                String place = "%s: %s".formatted(moment.call(), left.files().keySet());
                if (moment.mark() == RETURNED) {
                    assertThat(found).as(place).isEqualTo(after);
                } else if (profile == Profile.FAT) {
                    assertOldOrNewOrBoth(found, before, after, place);
                } else {
                    assertThat(found).as(place).isIn(before, after);
                }
                assertThatTheNextChangeClearsUp(left, found, place);
            }
        }
    }

    /** Once, and whatever call it is. What was done all the same is done completely. */
    @ParameterizedTest(name = "{0} on {2}")
    @MethodSource("changes")
    void whateverCallTheDiskRefusesLeavesOldOrNew(String name, Change change, Profile profile) throws IOException {
        Map<String, String> before = slots(start(profile, !name.equals(FIRST_DELETED)));
        SimulatedDisk undisturbed = start(profile, !name.equals(FIRST_DELETED));
        change.in(folder(undisturbed));
        Map<String, String> after = slots(undisturbed);
        for (int refused = 1; ; refused++) {
            SimulatedDisk disk = start(profile, !name.equals(FIRST_DELETED));
            RefusingOnce refusing = new RefusingOnce(disk.mount("program"), refused);
            boolean isDone = isDone(change, folder(refusing, disk));
            if (!refusing.hasRefused()) {
                assertThat(refused).isGreaterThan(10);
                return;
            }
            String place = "%s, call %d, %s".formatted(name, refused, refusing.what);
            Map<String, String> found = slots(disk);
            assertThat(found).as(place).isIn(isDone ? List.of(after) : List.of(before, after));
            assertThatTheNextChangeClearsUp(disk, found, place);
            if (!refusing.what.startsWith("output close")) { // a refused close leaves it open
                assertThat(disk.openHandles()).as(place).isZero();
            }
        }
    }

    private static boolean isDone(Change change, SlotFolder folder) {
        try {
            change.in(folder);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static final class RefusingOnce extends ForwardingDisk {

        private final int refused;
        private int calls;
        private String what = "";

        RefusingOnce(FileOps disk, int refused) {
            super(disk, true);
            this.refused = refused;
        }

        boolean hasRefused() {
            return calls >= refused;
        }

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            if (++calls == refused) {
                what = name + " of " + path;
                throw new FileSystemException(path.toString(), null, "Input/output error");
            }
            return call.make();
        }
    }

    // Asserts the state for a file system where a rename is not one step: for a moment the folder has two names.
    private static void assertOldOrNewOrBoth(
            Map<String, String> found, Map<String, String> before, Map<String, String> after, String place) {
        Map<String, String> both = new TreeMap<>(before);
        both.putAll(after);
        assertThat(both).as(place).containsAllEntriesOf(found);
        Map<String, String> staying = new TreeMap<>(before);
        staying.entrySet().retainAll(after.entrySet());
        assertThat(found).as(place).containsAllEntriesOf(staying);
    }

    private static void assertThatTheNextChangeClearsUp(SimulatedDisk left, Map<String, String> found, String place)
            throws IOException {
        folder(left).copy("bard", "bard again");
        Map<String, String> expected = new TreeMap<>(found);
        expected.put("bard again", found.get("bard"));
        assertThat(slots(left)).as(place).isEqualTo(expected);
        assertThat(left.mount("who looks").list(ROOT.resolve("saves"), listed -> listed.startsWith(".")))
                .as(place)
                .isSubsetOf(OF_THE_FOLDER);
    }

    private static SimulatedDisk start(Profile profile, boolean hasTrash) throws IOException {
        SimulatedDisk disk = new SimulatedDisk(ROOT, profile);
        SimulatedDisk.Mount setup = disk.mount("setup");
        List<String> folders = new ArrayList<>(List.of("saves", "saves/hero", "saves/bard"));
        if (hasTrash) {
            folders.addAll(List.of("saves/.trash", "saves/.trash/" + TRASHED));
        }
        for (String folder : folders) {
            setup.createDirectory(ROOT.resolve(folder));
            if (folder.matches(".*(hero|bard|rogue)")) {
                put(disk, folder, "save.json", "newest");
                put(disk, folder, "save.json.bak1", "older");
                put(disk, folder, "save.json.bak2", "oldest");
            }
        }
        for (String folder : folders) {
            setup.forceDirectory(ROOT.resolve(folder).getParent());
        }
        return disk;
    }

    private static void put(SimulatedDisk disk, String folder, String name, String content) {
        byte[] body = "{\n  \"is\": \"%s of %s\"".formatted(content, folder).getBytes(UTF_8);
        disk.replace(
                folder + "/" + name,
                SaveBytes.seal(SaveBody.of(body), Layout.PRETTY, SealedVersions.NONE, Optional.empty()));
    }

    /** The contents of each slot's save and backups, also of the slots in the trash, under their names there. */
    private static Map<String, String> slots(SimulatedDisk disk) throws IOException {
        SlotFolder folder = folder(disk);
        Map<String, Path> folders = new TreeMap<>();
        folder.list().forEach(slot -> folders.put(slot.name(), slot.save().getParent()));
        folder.trash()
                .forEach(entry -> folders.put(
                        "trash: " + entry.name(), ROOT.resolve("saves/.trash").resolve(entry.id())));
        Map<String, String> slots = new TreeMap<>();
        folders.forEach((name, path) -> slots.put(name, content(disk, path)));
        return slots;
    }

    /** Whether a file is whole shows in its seal; what that says differs from one disk to the next. */
    private static String content(SimulatedDisk disk, Path folder) {
        StringBuilder content = new StringBuilder();
        String prefix = ROOT.relativize(folder) + "/save.json";
        disk.files().forEach((name, bytes) -> {
            if (name.startsWith(prefix)) {
                String text = new String(bytes, UTF_8);
                content.append(name.substring(prefix.length()))
                        .append(SaveBytes.sealOf(bytes).isPresent() ? text.replaceAll("(?s),\\s+..save.*", "") : text);
            }
        });
        return content.toString();
    }

    private static SlotFolder folder(SimulatedDisk disk) {
        return folder(disk.mount("program"), disk);
    }

    private static SlotFolder folder(FileOps ops, SimulatedDisk disk) {
        return new SlotFolder(
                ROOT.resolve("saves"), OPTIONS, ops, disk::now, () -> new IoThread("this thread", new SameThread()));
    }

    private static final class SameThread extends AbstractExecutorService {

        @Override
        public void execute(Runnable work) {
            work.run();
        }

        @Override
        public void shutdown() {
            // there is no thread
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
