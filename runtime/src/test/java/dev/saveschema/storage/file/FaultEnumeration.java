package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.SaveException;
import dev.saveschema.SaveException.Aftermath;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.disk.Fault;
import dev.saveschema.storage.disk.FaultyDisk;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Moment;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Has one call of a program meet a fault, or every call from one on, while it opens, loads, saves and closes; and holds what follows
 * to the promises:
 *
 * <ol>
 *   <li>a load that is answered is answered as without the fault; else the system's refusal is passed on;
 *   <li>what the exception of a save says is true of the disk: a second program that starts then finds it so, loses nothing by its
 *       own saves, and what it acknowledges survives a power cut;
 *   <li>the store works when the fault is over, leaves no temp and nothing open.
 * </ol>
 */
final class FaultEnumeration {

    private static final Path ROOT = Path.of("/simulated");
    private static final Path ELSEWHERE = Path.of("/elsewhere");

    private final Violations violations;
    private final UnaryOperator<FileOps> between;
    private StoreMode mode = StoreMode.USUAL;
    private Profile profile = Profile.REORDERING;
    private long cases;

    FaultEnumeration(Violations violations) {
        this(violations, UnaryOperator.identity());
    }

    /** @param between stands between the storages and the disk */
    FaultEnumeration(Violations violations, UnaryOperator<FileOps> between) {
        this.violations = violations;
        this.between = between;
    }

    /** On such a disk. */
    FaultEnumeration on(Profile chosen) {
        profile = chosen;
        return this;
    }

    /** Opens stores in this way. */
    FaultEnumeration in(StoreMode chosen) {
        mode = chosen;
        return this;
    }

    long cases() {
        return cases;
    }

    /** @param each how many cases of each scene and fault; 0 for all of them */
    void run(List<Scene> scenes, int each) {
        for (int pass = 0; pass < Math.max(1, each); pass++) {
            for (Scene scene : scenes) {
                if (!violations.isEnough()) {
                    run(scene, each == 0 ? OptionalInt.empty() : OptionalInt.of(pass));
                }
            }
        }
    }

    /** @param pass which choice of the cases; empty for all of them */
    private void run(Scene scene, OptionalInt pass) {
        Undisturbed undisturbed = undisturbed(scene);
        for (Fault fault : Fault.values()) {
            List<Meeting> all = meetings(fault, undisturbed.calls());
            List<Meeting> chosen = pass.isEmpty()
                    ? all
                    : List.of(all.get(
                            new Random((scene + " " + fault + pass.getAsInt()).hashCode()).nextInt(all.size())));
            for (Meeting meeting : chosen) {
                if (!violations.isEnough()) {
                    new Case(scene, fault, meeting, undisturbed.content()).run();
                }
            }
        }
    }

    /**
     * The calls at which a program meets the fault.
     *
     * @param first the number of the first such call, among the calls that can meet the fault
     * @param always whether every later call meets it, too
     * @param after whether a call takes effect before it fails
     */
    private record Meeting(int first, boolean always, boolean after) {

        @Override
        public String toString() {
            return (always ? "from call " : "at call ") + first + (after ? ", after its effect" : "");
        }
    }

    private static List<Meeting> meetings(Fault fault, List<String> calls) {
        List<Meeting> meetings = new ArrayList<>();
        for (boolean after : fault.isFailure() ? List.of(false, true) : List.of(false)) {
            long most = calls.stream()
                    .filter(call -> FaultyDisk.canMeet(fault, after, call))
                    .count();
            for (int first = 1; first <= most; first++) {
                meetings.add(new Meeting(first, false, after));
                meetings.add(new Meeting(first, true, after));
            }
        }
        return meetings;
    }

    // Spread by a constant that has no factor in common with anything here.
    static boolean isChosen(int number, int oneIn) {
        return Integer.toUnsignedLong(number * 0x9E3779B1) % oneIn == 0;
    }

    /** The content that a program loads without a fault, and the calls that it makes. */
    private record Undisturbed(String content, List<String> calls) {}

    private Undisturbed undisturbed(Scene scene) {
        SimulatedDisk disk = scene.disk(ROOT, profile);
        List<String> calls = new ArrayList<>();
        FileOps counted = new ForwardingDisk(disk.mount("undisturbed"), true) {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                calls.add(name);
                return call.make();
            }
        };
        try (FileStorage storage = open(disk, ROOT, counted)) {
            String content = storage.load(Words.READER).content().orElse(Words.NOTHING);
            storage.save(mode.request("new"));
            return new Undisturbed(content, calls);
        } catch (IOException e) {
            throw new AssertionError(scene.toString(), e);
        }
    }

    private FileStorage open(SimulatedDisk disk, Path root) throws IOException {
        return open(disk, root, disk.mount("other"));
    }

    private FileStorage open(SimulatedDisk disk, Path root, FileOps ops) throws IOException {
        FileOps retried = FaultyDisk.retried(ops);
        return FileStorage.open(
                root.resolve(Scene.LIVE), mode.options(), between.apply(retried), disk::now, SameThread.io());
    }

    private final class Case {

        private final Scene scene;
        private final Fault fault;
        private final String name;
        private final String before;
        private final SimulatedDisk disk;
        private final FaultyDisk faulty;
        private final Map<String, byte[]> precious;
        private boolean isSaved;
        private Optional<SaveReceipt> receipt = Optional.empty();
        private Optional<SaveException> refusal = Optional.empty();
        private boolean isUncertain;

        Case(Scene scene, Fault fault, Meeting meeting, String before) {
            this.scene = scene;
            this.fault = fault;
            this.before = before;
            this.name = scene + (mode == StoreMode.USUAL ? "" : ", " + mode) + "; " + fault + " " + meeting;
            this.disk = scene.disk(ROOT, profile);
            this.faulty = new FaultyDisk(disk, fault, meeting.first(), meeting.always(), meeting.after());
            this.precious = new LinkedHashMap<>(mode.precious(scene, this.before));
        }

        void run() {
            cases++;
            try {
                runProgram();
            } catch (RuntimeException e) {
                broken("an exception that nobody announced", e.toString());
            }
            Thread.interrupted();
            if (disk.openHandles() != 0) {
                broken("something stays open", String.valueOf(disk.openHandles()));
            }
            if (faulty.failed().isEmpty()) {
                broken("no call meets the fault", "");
            }
        }

        private void runProgram() {
            try (FileStorage storage = open(disk, ROOT, faulty)) {
                Optional<String> loaded = storage.load(Words.READER).content();
                if (!loaded.orElse(Words.NOTHING).equals(before)) {
                    if (!isBesideATempOfSomebodyElse()) {
                        broken("a refusal is taken for damage: loads", loaded.toString());
                    }
                    return;
                }
                save(storage);
                SimulatedDisk copy = disk.copy(ELSEWHERE);
                Thread.interrupted(); // the second program has a thread of its own
                new Second(copy).check();
                faulty.relent();
                disk.record(() -> 0);
                goOn(storage);
                cutWhileGoingOn();
                new Second(disk.copy(ELSEWHERE)).finds("after", "the same store's next save");
            } catch (IOException | OutOfMemoryError e) {
                if (e instanceof OutOfMemoryError) {
                    isUncertain = true;
                }
                Thread.interrupted();
                new Second(disk.copy(ELSEWHERE)).check();
            }
        }

        // A temp that this process may not read at all stops nobody whose live file reads.
        private boolean isBesideATempOfSomebodyElse() {
            return fault == Fault.EACCES
                    && scene.isLiveSealed()
                    && faulty.failed().endsWith(".tmp");
        }

        // Once a whole save is in place, a part of another is worth nothing, and so to the next program, which may read
        // it.
        private boolean isPartOfASaveThatMayNotBeRead() {
            return fault == Fault.EACCES
                    && faulty.failed().endsWith(".tmp")
                    && (scene.temp() == Scene.Temp.ZEROS || scene.temp() == Scene.Temp.TORN);
        }

        private void save(FileStorage storage) {
            try {
                receipt = Optional.of(storage.save(mode.request("new")));
                isSaved = true;
            } catch (SaveException e) {
                refusal = Optional.of(e);
            } catch (OutOfMemoryError e) {
                isUncertain = true;
            }
        }

        // Bytes that an exception says are kept may be deleted only when their successors are durable.
        private void cutWhileGoingOn() throws IOException {
            boolean isKept = refusal.filter(kept -> kept.aftermath() == Aftermath.BYTES_KEPT)
                    .filter(kept -> kept.getCause().getSuppressed().length == 0) // else it says that it is not durable
                    .isPresent();
            if (!isKept || !scene.isLiveSealed()) {
                return;
            }
            PowerCuts cuts = new PowerCuts(disk.profile(), 1, 2);
            for (Moment moment : disk.moments()) {
                for (PowerCuts.Remains remains : cuts.of(moment)) {
                    SimulatedDisk left = disk.after(ELSEWHERE, remains);
                    try (FileStorage next = open(left, ELSEWHERE)) {
                        String word = next.load(Words.READER).content().orElse(Words.NOTHING);
                        if (!word.equals("new") && !word.equals("after")) {
                            broken("what was kept is lost in a power cut during the next save", word);
                        }
                    }
                }
            }
        }

        private void goOn(FileStorage storage) {
            try {
                storage.save(mode.request("after"));
            } catch (SaveException e) {
                broken("the store does not work when the fault is over", e.toString());
            }
        }

        /** Another program, which starts when the first has been ended. */
        private final class Second {

            private final SimulatedDisk copy;

            Second(SimulatedDisk copy) {
                this.copy = copy;
            }

            void check() {
                try {
                    checkBackup();
                    checkAnswer();
                    Map<String, byte[]> held = new LinkedHashMap<>(precious);
                    if (isSaved && isPartOfASaveThatMayNotBeRead()) {
                        held.remove(Scene.TEMP);
                    }
                    if (isSaved) {
                        checkDurable("new", held);
                    }
                    refusal.flatMap(SaveException::kept).ifPresent(kept -> checkKept(kept, held));
                    long temps = copy.files().keySet().stream()
                            .filter(file -> file.endsWith(".tmp"))
                            .filter(file -> !file.equals(Scene.TEMP))
                            .count();
                    if (temps
                            > (profile.hasLinks() && !scene.isBackupWritten()
                                    ? 1
                                    : 2)) { // a backup that is a copy is written first
                        broken("temps pile up", temps + "");
                    }
                    for (String word : List.of("other1", "other2")) {
                        try (FileStorage storage = open(copy, ELSEWHERE)) {
                            storage.load(Words.READER);
                            storage.save(mode.request(word));
                        }
                        checkDurable(word, Map.of());
                    }
                    held.forEach((file, bytes) -> {
                        if (!CrashEnumeration.isHeld(copy.files(), bytes)) {
                            broken("the second program loses " + file, "");
                        }
                    });
                    if (isSaved && !CrashEnumeration.isHeldAsWord(copy.files(), "new")) {
                        broken("the second program loses the generation before", "");
                    }
                    if (copy.files().keySet().stream().anyMatch(file -> file.endsWith(".tmp"))) {
                        broken("a temp stays", "");
                    }
                } catch (IOException | RuntimeException e) {
                    broken("the second program fails", e.toString());
                }
            }

            private void checkBackup() {
                boolean isMade =
                        receipt.filter(said -> said.backupSkipped().isEmpty()).isPresent();
                byte[] backup = copy.files().get(Scene.BACKUP);
                if (isMade
                        && scene.isLiveSealed()
                        && scene.temp() == Scene.Temp.NONE // else what was loaded need never have been the live file
                        && (backup == null || !Words.READER.salvage(backup).equals(Optional.of(before)))) {
                    broken("there is no backup, and the receipt does not say so", "");
                }
            }

            private void checkAnswer() throws IOException {
                try (FileStorage storage = open(copy, ELSEWHERE)) {
                    Retrieval<String> found = storage.load(Words.READER);
                    String word = found.content().orElse(Words.NOTHING);
                    if (!isTrue(word)) {
                        broken("the second program finds what the exception denies", word);
                    }
                    if (isSaved && found.verdict() != Verdict.INTACT) {
                        broken(
                                "what was acknowledged is not the live file",
                                found.verdict().toString());
                    }
                    if (word.equals(Words.NOTHING)
                            && scene.equals(Scene.FIRST_RUN)
                            && found.verdict() != Verdict.ABSENT) {
                        broken(
                                "a first save that failed is bad news",
                                found.verdict().toString());
                    }
                }
            }

            private boolean isTrue(String word) {
                if (isUncertain) {
                    return word.equals(before) || word.equals("new");
                }
                if (refusal.isEmpty()) {
                    return word.equals(isSaved ? "new" : before);
                }
                return switch (refusal.get().aftermath()) {
                    case OLD_FILE_STANDS -> word.equals(before);
                    case BYTES_KEPT -> word.equals("new") || word.equals(before) && !scene.isLiveSealed();
                    case MAY_ROLL_BACK -> word.equals("new");
                    case UNKNOWN -> throw new AssertionError("of a file it is known");
                };
            }

            private void checkKept(Copy kept, Map<String, byte[]> held) {
                byte[] bytes = copy.files().get(kept.name());
                if (bytes == null || !Words.READER.salvage(bytes).equals(Optional.of("new"))) {
                    broken("what is said to be kept is not", kept.toString());
                } else {
                    held.put("what was said to be kept", bytes);
                }
            }

            private void checkDurable(String word, Map<String, byte[]> held) throws IOException {
                for (PowerCuts.Remains remains : new PowerCuts(copy.profile(), 1, 0).of(copy.moment())) {
                    SimulatedDisk left = copy.after(ELSEWHERE, remains);
                    Map<String, byte[]> files = left.files();
                    held.forEach((file, bytes) -> {
                        if (!CrashEnumeration.isHeld(files, bytes)) {
                            broken("what was kept aside is lost in a power cut: " + file, "");
                        }
                    });
                    try (FileStorage storage = open(left, ELSEWHERE)) {
                        String found = storage.load(Words.READER).content().orElse(Words.NOTHING);
                        if (!found.equals(word)) {
                            broken("what was acknowledged is lost in a power cut", found);
                        }
                    }
                }
            }

            void finds(String word, String what) {
                try (FileStorage storage = open(copy, ELSEWHERE)) {
                    Retrieval<String> found = storage.load(Words.READER);
                    if (!found.content().equals(Optional.of(word)) || found.verdict() != Verdict.INTACT) {
                        broken(what + " is not found", found.verdict() + " " + found.content());
                    }
                } catch (IOException | RuntimeException e) {
                    broken("the second program fails", e.toString());
                }
            }
        }

        private void broken(String kind, String detail) {
            String outcome = isSaved
                    ? "saved"
                    : refusal.map(SaveException::aftermath)
                            .map(Aftermath::toString)
                            .orElse("not saved");
            violations.add(
                    kind,
                    name + " (" + faulty.failed() + "): " + outcome + ", before: " + before + " -> " + detail
                            + "\n    disk: " + CrashEnumeration.list(disk.files()));
        }
    }
}
