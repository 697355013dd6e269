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
    private static final int MOST_CALLS = 80;
    private static final List<String> NAMES = List.of(Scene.LIVE, Scene.BACKUP, Scene.OLDER, Scene.LOCK, Scene.TEMP);

    /** What the other program does. */
    enum Act {
        EDIT,
        EDIT_UNSEEN,
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

    /** One case in so many, and not the same ones of each scene. */
    void run(List<Scene> scenes, int oneIn) {
        int number = 0;
        for (Scene scene : scenes) {
            for (Act act : Act.values()) {
                for (String name : act == Act.OPEN ? List.of(Scene.LIVE) : NAMES) {
                    for (int call = 1; call < MOST_CALLS; call++) {
                        if (FaultEnumeration.isChosen(number++, oneIn) && !violations.isEnough()) {
                            Profile profile = Profile.values()[number % Profile.values().length];
                            if (!new Case(scene, profile, act, name, call).run()) {
                                break; // there are no more calls
                            }
                        }
                    }
                }
            }
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
        private int calls;
        private String place = "";
        private boolean isUnavoidable;

        Case(Scene scene, Profile profile, Act act, String name, int due) {
            this.scene = scene;
            this.profile = profile;
            this.act = act;
            this.name = name;
            this.due = due;
            this.disk = scene.disk(ROOT, profile);
        }

        /** Answers whether there were enough calls. */
        boolean run() {
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
                if (isLockMeant()) {
                    return !place.isEmpty(); // whoever takes the lock file away may stop a save, not lose one
                }
                checkNextFindsSomething(e);
            } catch (RuntimeException e) {
                broken("an exception that nobody announced", e.toString());
            }
            return !place.isEmpty();
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
                    act(file);
                }
                lastLook = file;
                return make.make();
            }

            private boolean isAbout(String file, Path path) {
                return lastLook.equals(file) && file.equals(name);
            }
        }

        private void act(String during) {
            byte[] now = disk.files().get(name);
            switch (act) {
                case EDIT -> write(Words.foreign("written"), false);
                case EDIT_UNSEEN -> write(now == null ? Words.foreign("unseen") : unseen(now), false);
                case REPLACE -> write(Words.foreign("theirs"), true);
                case REPLACE_WITH_JUNK -> write(new byte[] {'j', 'u', 'n', 'k'}, true);
                case DELETE -> disk.remove(name);
                case RENAME -> {
                    if (now != null && now.length > 0 && !isLockMeant()) {
                        held.put(name + ", renamed", now);
                    }
                    disk.rename(name, name + ".mine");
                }
                case LINK -> disk.link(name + ".mine", name);
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

        private void write(byte[] bytes, boolean replaces) {
            if (replaces) {
                disk.replace(name, bytes);
            } else {
                disk.edit(name, bytes);
            }
            if (!isLockMeant() && !name.equals(Scene.TEMP) && bytes.length > 0) {
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
