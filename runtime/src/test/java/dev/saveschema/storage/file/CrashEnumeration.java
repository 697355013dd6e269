package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.Copy;
import dev.saveschema.Finding;
import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.Keep;
import dev.saveschema.storage.Retrieval;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.PowerCuts;
import dev.saveschema.storage.disk.PowerCuts.Remains;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Moment;
import dev.saveschema.storage.disk.SimulatedDisk.Node;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Cuts the power, or ends the program, at every moment of a workload, from a start scene, on a disk of a profile; has the next
 * program open what remains; and holds that to the invariants:
 *
 * <ol>
 *   <li>it loads, and finds the last acknowledged value, or the one that was being saved;
 *   <li>what it finds is a value that was saved, never a mixture of two;
 *   <li>nothing vanishes that no acknowledged save wrote, nor the generation before the newest;
 *   <li>loading twice finds the same;
 *   <li>the next save succeeds, is intact for the program after that, and leaves no temp;
 *   <li>what is kept aside shares its bytes with no other name.
 * </ol>
 *
 * <p>Of some of these states, the power is cut a second time while that next program opens, recovers and saves.
 */
final class CrashEnumeration {

    private static final String WISHED = "what the program wished to keep";
    private static final String EDITED = "what somebody wrote meanwhile";
    private static final Path ROOT = Path.of("/simulated");
    private static final List<Profile> PROFILES = List.of(Profile.values());

    /** Of this many states one has its power cut again, and of this many states after that one is checked. */
    private static final int AGAIN_ONE_IN = 17;

    private final int randomSets;
    private final Violations violations;
    private final UnaryOperator<FileOps> between;
    private StoreMode mode = StoreMode.USUAL;
    private int oneIn = 1;
    private int found;
    private long states;
    private long statesOfTwoCuts;
    private long traces;

    /** @param randomSets how many random sets of changes are tried where there are too many to try them all */
    CrashEnumeration(int randomSets, Violations violations) {
        this(randomSets, violations, UnaryOperator.identity());
    }

    /** @param between stands between the storages and the disk */
    CrashEnumeration(int randomSets, Violations violations, UnaryOperator<FileOps> between) {
        this.randomSets = randomSets;
        this.violations = violations;
        this.between = between;
    }

    /** Checks one state in so many only. */
    CrashEnumeration sampling(int oneIn) {
        this.oneIn = oneIn;
        return this;
    }

    /** Opens stores in this way. */
    CrashEnumeration in(StoreMode chosen) {
        mode = chosen;
        return this;
    }

    /** The number of states after one power cut and after two. */
    long states() {
        return states + statesOfTwoCuts;
    }

    long statesOfTwoCuts() {
        return statesOfTwoCuts;
    }

    long traces() {
        return traces;
    }

    /** The number of rounds that run every scene with every workload on every profile. */
    static final int ROUNDS = Workload.ALL.size() * PROFILES.size();

    /**
     * Scene after scene, in a random order that is the same each time, with one workload on one profile, another in each round, until
     * there were that many states.
     */
    void run(List<Scene> all, int round, long wanted) {
        List<Scene> scenes = new ArrayList<>(all);
        Collections.shuffle(scenes, new Random(7));
        for (int i = 0; i < scenes.size() && states() < wanted && !violations.isEnough(); i++) {
            int pair = (i * 7 + round) % ROUNDS; // 7 and the number of pairs have no common factor
            Workload workload = Workload.ALL.get(pair % Workload.ALL.size());
            if (mode.workloads().contains(workload)) {
                run(scenes.get(i), workload, PROFILES.get(pair / Workload.ALL.size()));
            }
        }
    }

    void run(Scene scene, Workload workload, Profile profile) {
        traces++;
        new Trace(scene, workload, profile).run();
    }

    private final class Trace implements Workload.Run {

        private final Scene scene;
        private final Workload workload;
        private final Profile profile;
        private final SimulatedDisk disk;
        private final Map<String, byte[]> precious = new LinkedHashMap<>();
        private final Map<String, Node> owners = new LinkedHashMap<>();
        private final List<String> words = new ArrayList<>();
        private FileStorage storage;
        private Retrieval<String> start;
        private final Set<Integer> written = new HashSet<>();
        private int acknowledged;

        /** From how many acknowledged saves on the wish to keep the source was granted. */
        private int granted;

        /** The first moment at which somebody had edited the live file. */
        private int edited;

        /** The word that was there before that. */
        private String replaced = Words.NOTHING;

        Trace(Scene scene, Workload workload, Profile profile) {
            this.scene = scene;
            this.workload = workload;
            this.profile = profile;
            this.disk = scene.disk(ROOT, profile);
        }

        void run() {
            try (FileStorage opened = open(disk)) {
                storage = opened;
                start = opened.load(Words.READER);
                words.add(loaded());
                precious.putAll(mode.precious(scene, loaded()));
                precious.keySet().forEach(name -> owners.put(name, disk.nodeOf(name)));
                disk.record(() -> acknowledged);
                workload.run(this);
            } catch (IOException | RuntimeException e) {
                violations.add("a save without any fault fails", describe("undisturbed") + ": " + e);
                return;
            }
            cut();
        }

        private void cut() {
            PowerCuts cuts = new PowerCuts(profile, seed(), randomSets);
            List<Moment> moments = disk.moments();
            for (int i = 0; i < moments.size() && !violations.isEnough(); i++) {
                for (Remains remains : cuts.of(moments.get(i))) {
                    if (FaultEnumeration.isChosen(found++, oneIn)) {
                        states++;
                        check(remains, moments.get(i), i);
                    }
                }
            }
        }

        // Enums have another hash code in each run.
        private long seed() {
            return (scene + " " + workload).hashCode();
        }

        private SimulatedDisk left(Remains remains, SimulatedDisk before) {
            return before.after(ROOT, remains);
        }

        private void check(Remains remains, Moment moment, int at) {
            SimulatedDisk left = left(remains, disk);
            String place = at + " " + moment.call();
            Map<String, byte[]> before = left.files();
            Map<String, byte[]> held = new LinkedHashMap<>();
            precious.forEach((name, bytes) -> {
                if (isHeld(before, bytes)) {
                    boolean isASave = Arrays.equals(before.get(Scene.LIVE), bytes)
                            || Arrays.equals(before.get(Scene.BACKUP), bytes);
                    if (name.equals(EDITED) && (isASave || isOnlyInTemps(before, bytes)) && !mode.tellsEdits()) {
                        return; // to the next program it is the save, the one before it, or a save that nobody finished
                    }
                    if (!name.equals(WISHED) || moment.mark() >= granted) {
                        held.put(name, bytes);
                    }
                } else if (!wasNeverDurable(name, remains) && !(name.equals(EDITED) && at < edited)) {
                    violations.add("what nobody saved is gone after the cut: " + name, describe(place, before));
                }
            });
            Set<String> allowed = allowed(moment.mark());
            if (at < edited || wasNeverDurable(EDITED, remains)) {
                allowed.add(replaced);
            }
            if (states % AGAIN_ONE_IN == 0) {
                new Aftermath(left(remains, disk), place, before, "next", "last").cutAgain(allowed, held);
            }
            Aftermath aftermath = new Aftermath(left, place, before, "next", "last");
            aftermath.inPlace = inPlace(moment.mark());
            aftermath.check(allowed, held);
        }

        /** The word of the last save that was written; empty where somebody else writes, or a rename may be cut in two. */
        private Optional<String> inPlace(int acknowledged) {
            boolean isDisturbed = precious.containsKey(EDITED) || profile == Profile.FAT;
            return !written.contains(acknowledged) || isDisturbed
                    ? Optional.empty()
                    : Optional.of(words.get(acknowledged));
        }

        private Set<String> allowed(int acknowledged) {
            Set<String> allowed = new HashSet<>();
            allowed.add(words.get(acknowledged));
            if (acknowledged + 1 < words.size()) {
                allowed.add(words.get(acknowledged + 1));
            }
            return allowed;
        }

        // Whether the file of another program was not forced by that program, and still has its name: its loss in the
        // cut is not ours.
        private boolean wasNeverDurable(String name, Remains remains) {
            Node owner = owners.get(name);
            return owner != null && remains.names().get(name.equals(EDITED) ? Scene.LIVE : name) == owner;
        }

        /** The state that the next programs find. */
        private final class Aftermath {

            private final SimulatedDisk left;
            private final String place;
            private final Map<String, byte[]> before;
            private final String nextWord;
            private final String lastWord;

            /** A word that is found in the live file or not at all. */
            private Optional<String> inPlace = Optional.empty();

            Aftermath(SimulatedDisk left, String place, Map<String, byte[]> before, String nextWord, String lastWord) {
                this.left = left;
                this.place = place;
                this.before = before;
                this.nextWord = nextWord;
                this.lastWord = lastWord;
            }

            void check(Set<String> allowed, Map<String, byte[]> held) {
                if (loadAndSave(allowed)) {
                    checkTheOneAfter(held);
                }
            }

            /** Beside a backup of a newer program, a live file looks like an older one that somebody put back. */
            private static boolean isIntact(Retrieval<String> found) {
                boolean isBesideANewerOne =
                        found.findings().stream().anyMatch(finding -> finding.state() == Finding.State.NEWER);
                return found.verdict() == Verdict.INTACT || found.verdict() == Verdict.EDITED && isBesideANewerOne;
            }

            private boolean loadAndSave(Set<String> allowed) {
                try (FileStorage next = open(left)) {
                    Retrieval<String> found = next.load(Words.READER);
                    String word = found.content().orElse(Words.NOTHING);
                    if (!allowed.contains(word)) {
                        broken("finds " + (words.contains(word) ? "an older value" : "what nobody saved"), word);
                    } else if (found.content().isEmpty() && scene.isFirstRun() && found.verdict() != Verdict.ABSENT) {
                        broken(
                                "a first save that never finished is bad news",
                                found.verdict().toString());
                    }
                    if (inPlace.equals(Optional.of(word)) && !isIntact(found)) {
                        broken("what was acknowledged is not the live file", found.verdict() + " " + word);
                    }
                    if (!next.load(Words.READER).equals(found)) {
                        broken("loads differently the second time", word);
                    }
                    next.save(mode.request(nextWord));
                    return true;
                } catch (IOException | RuntimeException e) {
                    broken("the next program fails", e.toString());
                    return false;
                }
            }

            /** Has the power go off again while the next program opens, loads and saves. */
            void cutAgain(Set<String> allowed, Map<String, byte[]> held) {
                left.record(() -> 0);
                if (loadAndSave(allowed)) {
                    PowerCuts cuts = new PowerCuts(profile, seed(), randomSets);
                    Set<String> oldOrNew = new HashSet<>(allowed);
                    oldOrNew.add(nextWord);
                    left.moments().forEach(moment -> cutAgain(cuts.of(moment), moment.call(), oldOrNew, held));
                    Set<String> acknowledged = Set.of(nextWord);
                    cutAgain(new PowerCuts(profile, seed(), randomSets).of(left.moment()), "it", acknowledged, held);
                }
            }

            private void cutAgain(List<Remains> all, String call, Set<String> allowed, Map<String, byte[]> held) {
                for (Remains remains : all) {
                    if (FaultEnumeration.isChosen(found++, AGAIN_ONE_IN)) {
                        statesOfTwoCuts++;
                        SimulatedDisk twice = left(remains, left);
                        Map<String, byte[]> files = twice.files();
                        Aftermath second = new Aftermath(twice, place + ", then " + call, files, "later", "latest");
                        held.forEach((name, bytes) -> {
                            if (!isHeld(files, bytes)) {
                                second.broken("what nobody saved is gone after a second cut: " + name, "");
                            }
                        });
                        second.check(allowed, held);
                    }
                }
            }

            private void checkTheOneAfter(Map<String, byte[]> held) {
                try (FileStorage last = open(left)) {
                    Retrieval<String> found = last.load(Words.READER);
                    if (found.verdict() != Verdict.INTACT || !found.content().equals(Optional.of(nextWord))) {
                        broken("the next save is not intact", found.verdict() + " " + found.content());
                    }
                    last.save(mode.request(lastWord));
                } catch (IOException | RuntimeException e) {
                    broken("the program after the next fails", e.toString());
                    return;
                }
                Map<String, byte[]> files = left.files();
                held.forEach((name, bytes) -> {
                    if (!isHeld(files, bytes)) {
                        broken("what nobody saved is gone after two more saves: " + name, "");
                    }
                });
                files.keySet().forEach(name -> {
                    if (name.endsWith(".tmp")) {
                        broken("a temp stays", name);
                    }
                    if (isKeptAside(name) && left.isShared(name)) {
                        broken("what is kept aside shares its bytes", name);
                    }
                });
            }

            private void broken(String kind, String detail) {
                violations.add(
                        kind, describe(place, before) + " -> " + detail + "\n    and then: " + list(left.files()));
            }
        }

        private String describe(String place, Map<String, byte[]> files) {
            return describe(place) + "\n    left: " + list(files);
        }

        private String describe(String place) {
            return scene + (mode == StoreMode.USUAL ? "" : ", " + mode) + "; " + workload + " on " + profile + " after "
                    + place;
        }

        @Override
        public String loaded() {
            return start.content().orElse(Words.NOTHING);
        }

        @Override
        public void save(String word, Keep... keep) throws IOException {
            words.add(word);
            SaveReceipt receipt = storage.save(mode.request(word, keep));
            acknowledged++;
            if (receipt.written()) {
                written.add(acknowledged);
            }
            for (Copy copy : receipt.preserved()) {
                if (!disk.has(copy.name())) {
                    violations.add("a receipt names what is not there", describe(copy.name(), disk.files()));
                }
            }
        }

        @Override
        public void keepSource() {
            start.source().ifPresent(source -> {
                if (disk.has(source.name())) {
                    precious.put(WISHED, disk.files().get(source.name()));
                    granted = acknowledged + 1;
                }
            });
        }

        @Override
        public void edit() {
            byte[] now = disk.files().get(Scene.LIVE);
            byte[] edited = now == null || now.length < 3 * SimulatedDisk.BLOCK / 2
                    ? Words.foreign("byhand")
                    : Words.edited(Words.sealed("byhand", 3, "c", "b"), "byhand", "byhamd");
            disk.edit(Scene.LIVE, edited);
            protect(edited);
        }

        @Override
        public void replace() {
            byte[] theirs = Words.foreign("theirs");
            disk.replace(Scene.LIVE, theirs);
            protect(theirs);
        }

        private void protect(byte[] bytes) {
            // In between the live file is what somebody wrote, and that is what a load may find.
            replaced = words.set(acknowledged, word(bytes));
            edited = disk.moments().size();
            precious.remove(Scene.LIVE); // the other program decided to replace the live file
            precious.put(EDITED, bytes);
            owners.put(EDITED, disk.nodeOf(Scene.LIVE));
        }
    }

    private static String word(byte[] bytes) {
        return Words.READER.salvage(bytes).orElse(Words.NOTHING);
    }

    private FileStorage open(SimulatedDisk disk) throws IOException {
        return FileStorage.open(
                disk.root().resolve(Scene.LIVE),
                mode.options(),
                between.apply(disk.mount("program")),
                disk::now,
                SameThread.io());
    }

    static boolean isHeldAsWord(Map<String, byte[]> files, String word) {
        return files.values().stream().anyMatch(held -> word(held).equals(word));
    }

    static boolean isHeld(Map<String, byte[]> files, byte[] bytes) {
        return files.values().stream().anyMatch(held -> Arrays.equals(held, bytes));
    }

    private static boolean isOnlyInTemps(Map<String, byte[]> files, byte[] bytes) {
        return files.entrySet().stream()
                .filter(file -> Arrays.equals(file.getValue(), bytes))
                .allMatch(file -> file.getKey().endsWith(".tmp"));
    }

    static boolean isKeptAside(String name) {
        return name.matches("progress\\.json\\.([a-z]+-[0-9]{8}T.*\\.json|v[0-9].*\\.bak)");
    }

    static String list(Map<String, byte[]> files) {
        List<String> list = new ArrayList<>();
        files.forEach((name, bytes) -> list.add(name.replace("progress.json", "P") + "(" + bytes.length + " "
                + (bytes.length == 0
                        ? ""
                        : word(bytes) + (new String(bytes, UTF_8).strip().endsWith("}") ? "" : "..."))
                + ")"));
        return String.join(", ", list);
    }
}
