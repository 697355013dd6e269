package dev.saveschema.storage.file;

import dev.saveschema.InUseException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.disk.ForwardingDisk;
import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.BiConsumer;

/**
 * Has another program change a name between any two calls of ours, which knows of no lock; and then holds the disk to what it was
 * promised: nothing of what that program wrote vanishes, and ours goes on.
 *
 * <p>One moment cannot be helped: no system replaces a file only if it still is a certain one. So whatever happens between the last
 * look at a file and the call that replaces it is left out, if nothing else lies between.
 */
final class Interference {

    private static final Path ROOT = Path.of("/simulated");
    private static final Path ELSEWHERE = Path.of("/elsewhere");
    private static final StorageOptions OPTIONS = new StorageOptions(1 << 20, Duration.ZERO);

    /** The temp that is being written, whatever its name. */
    private static final String OUR_TEMP = "the new temp";

    private static final List<String> NAMES =
            List.of(Scene.LIVE, Scene.BACKUP, Scene.OLDER, Scene.LOCK, Scene.TEMP, OUR_TEMP);

    /** The acts of the other program. */
    enum Act {
        EDIT,
        EDIT_UNSEEN,
        EDIT_BACKDATED,
        REPLACE,
        REPLACE_WITH_JUNK,
        DELETE,
        RENAME,
        LINK,
        OPEN
    }

    private final Violations violations;
    private long cases;

    Interference(Violations violations) {
        this.violations = violations;
    }

    long cases() {
        return cases;
    }

    /** @param each how many cases of each scene and act; 0 for all of them */
    void run(List<Scene> scenes, int each) {
        int number = 0;
        for (int pass = 0; pass < Math.max(1, each); pass++) {
            for (Scene scene : scenes) {
                for (Act act : Act.values()) {
                    if (!violations.isEnough()) {
                        Profile profile = Profile.values()[number++ % Profile.values().length];
                        run(scene, profile, act, each == 0 ? OptionalInt.empty() : OptionalInt.of(pass));
                    }
                }
            }
        }
    }

    /** @param pass which choice of the cases; empty for all of them */
    private void run(Scene scene, Profile profile, Act act, OptionalInt pass) {
        List<String> names = act == Act.OPEN ? List.of(Scene.LIVE) : NAMES;
        int calls = new Case(scene, profile, act, Scene.LIVE, Integer.MAX_VALUE).countCalls();
        int all = names.size() * calls;
        int first = pass.isEmpty() ? 0 : new Random((scene + " " + act + pass.getAsInt()).hashCode()).nextInt(all);
        int end = pass.isEmpty() ? all : first + 1;
        for (int i = first; i < end && !violations.isEnough(); i++) {
            new Case(scene, profile, act, names.get(i % names.size()), 1 + i / names.size()).run();
        }
    }

    private final class Case {

        private final Scene scene;
        private final Profile profile;
        private final Act act;
        private final String name;
        private final int due;
        private final SimulatedDisk disk;
        private final Map<String, byte[]> held = new LinkedHashMap<>();
        private String actual;
        private int calls;
        private String place = "";
        private boolean isUnavoidable;

        Case(Scene scene, Profile profile, Act act, String name, int due) {
            this.scene = scene;
            this.profile = profile;
            this.act = act;
            this.name = name;
            this.actual = name;
            this.due = due;
            this.disk = scene.disk(ROOT, profile);
        }

        /** The number of calls that two saves make without another program. */
        int countCalls() {
            try (FileStorage storage =
                    FileStorage.open(ROOT.resolve(Scene.LIVE), OPTIONS, new Disturbed(), disk::now, SameThread.io())) {
                storage.load(Words.READER);
                storage.save(Words.request("new1"));
                storage.save(Words.request("new2"));
                return calls;
            } catch (IOException e) {
                throw new AssertionError(scene.toString(), e);
            }
        }

        void run() {
            cases++;
            try (FileStorage storage =
                    FileStorage.open(ROOT.resolve(Scene.LIVE), OPTIONS, new Disturbed(), disk::now, SameThread.io())) {
                storage.load(Words.READER);
                storage.save(Words.request("new1"));
                storage.save(Words.request("new2"));
                check("after two saves");
                storage.save(Words.request("new3"));
                storage.save(Words.request("new4"));
                check("after four saves");
                if (!name.equals(Scene.LIVE) || act == Act.LINK || act == Act.OPEN) {
                    checkNext("new4"); // else it may be somebody's by now, or nobody's
                }
            } catch (IOException e) {
                if (!isLockMeant()) { // another program that deletes the lock file may stop a save, but not lose one
                    checkNextFindsSomething(e);
                }
            } catch (RuntimeException e) {
                broken("an exception that nobody announced", e.toString());
            }
        }

        private boolean isLockMeant() {
            return name.equals(Scene.LOCK);
        }

        private void check(String when) {
            Map<String, byte[]> files = disk.files();
            held.forEach((what, bytes) -> {
                if (!isUnavoidable && !CrashEnumeration.isHeld(files, bytes)) {
                    broken("somebody's bytes are gone " + when + ": " + act + " of " + what, "");
                }
            });
        }

        private void checkNext(String word) throws IOException {
            SimulatedDisk copy = disk.copy(ELSEWHERE);
            try (FileStorage next = FileStorage.open(
                    ELSEWHERE.resolve(Scene.LIVE), OPTIONS, copy.mount("next"), copy::now, SameThread.io())) {
                Optional<String> found = next.load(Words.READER).content();
                if (!found.equals(Optional.of(word))) {
                    broken("the next program does not find the last save", found.toString());
                }
            }
        }

        private void checkNextFindsSomething(IOException refusal) {
            check("though a save was refused: " + refusal.getMessage());
            try {
                SimulatedDisk copy = disk.copy(ELSEWHERE);
                try (FileStorage next = FileStorage.open(
                        ELSEWHERE.resolve(Scene.LIVE), OPTIONS, copy.mount("next"), copy::now, SameThread.io())) {
                    next.load(Words.READER);
                    next.save(Words.request("next"));
                }
            } catch (IOException | RuntimeException e) {
                broken("the next program fails", e.toString());
            }
        }

        private void broken(String kind, String detail) {
            violations.add(
                    kind,
                    scene + " on " + profile + "; " + act + " of " + name + " before call " + due + ", " + place
                            + " -> " + detail + "\n    disk: " + CrashEnumeration.list(disk.files()));
        }

        private final class Disturbed extends ForwardingDisk {

            private String lastLook = "";

            Disturbed() {
                super(disk.mount("ours"), true);
            }

            @Override
            protected <T> T through(String call, Path path, Call<T> make) throws IOException {
                String file = String.valueOf(path.getFileName());
                if (++calls == due) {
                    place = call + " " + file;
                    // The file was looked at by the call just before, and this call replaces or removes it.
                    isUnavoidable = (call.equals("move") || call.equals("delete")) && isAbout(file, path);
                    act();
                }
                lastLook = file;
                return make.make();
            }

            private boolean isAbout(String file, Path path) {
                return lastLook.equals(file) && file.equals(name);
            }
        }

        private void act() {
            if (name.equals(OUR_TEMP)) {
                actual = disk.files().keySet().stream()
                        .filter(file -> file.endsWith(".tmp") && !file.equals(Scene.TEMP))
                        .findFirst()
                        .orElse(name);
            }
            byte[] now = disk.files().get(actual);
            switch (act) {
                case EDIT -> write(Words.foreign("written"), disk::edit);
                case EDIT_UNSEEN -> write(now == null ? Words.foreign("unseen") : unseen(now), disk::edit);
                case EDIT_BACKDATED -> write(now == null ? Words.foreign("unseen") : unseen(now), disk::editBackdated);
                case REPLACE -> write(Words.foreign("theirs"), disk::replace);
                case REPLACE_WITH_JUNK -> write(new byte[] {'j', 'u', 'n', 'k'}, disk::replace);
                case DELETE -> disk.remove(actual);
                case RENAME -> {
                    if (now != null && now.length > 0 && !isLockMeant() && !name.equals(OUR_TEMP)) {
                        held.put(name + ", renamed", now);
                    }
                    disk.rename(actual, actual + ".mine");
                }
                case LINK -> disk.link(actual + ".mine", actual);
                case OPEN -> open();
            }
        }

        private byte[] unseen(byte[] now) {
            byte[] bytes = now.clone();
            if (bytes.length > 20) {
                bytes[14] ^= 1; // in the word, so that it still is an object
            }
            return bytes;
        }

        private void write(byte[] bytes, BiConsumer<String, byte[]> way) {
            if (actual.equals(OUR_TEMP)) {
                return; // there is none at that moment
            }
            way.accept(actual, bytes);
            if (!isLockMeant() && !name.equals(Scene.TEMP) && !name.equals(OUR_TEMP) && bytes.length > 0) {
                held.put(name, bytes);
            }
        }

        // Another program's storage knows another registry: what it sees of this disk has other identities.
        private void open() {
            SimulatedDisk.Mount other = disk.mountAt(ELSEWHERE, "another");
            try (FileStorage second =
                    FileStorage.open(ELSEWHERE.resolve(Scene.LIVE), OPTIONS, other, disk::now, SameThread.io())) {
                second.load(Words.READER);
                second.save(Words.request("second"));
                if (disk.isLockedBy("ours", Scene.LOCK)) {
                    broken("two stores are open at once", "");
                }
            } catch (InUseException expected) {
                // as it should be, once the lock is taken
            } catch (IOException e) {
                broken("the second program fails", e.toString());
            }
        }
    }
}
