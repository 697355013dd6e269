package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.SimulatedDisk;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The states that a program may find: every combination of the states of the four files. */
record Scene(Live live, Newer newerBackup, Older olderBackup, Temp temp) {

    static final String LIVE = "progress.json";
    static final String BACKUP = LIVE + ".bak1";
    static final String OLDER = LIVE + ".bak2";
    static final String LOCK = "." + LIVE + ".lock";
    static final String TEMP = "." + LIVE + "." + "e".repeat(16) + ".tmp";

    private static final byte[] FIRST = Words.sealed("first", 1, "a", "0");
    private static final byte[] SECOND = Words.sealed("second", 2, "b", "a");
    private static final byte[] THIRD = Words.sealed("third", 3, "c", "b");

    enum Live {
        MISSING(null),
        SEALED(THIRD),
        EDITED(Words.edited(THIRD, "third", "edited")),
        FOREIGN(Words.foreign("foreign")),
        RESTORED(FIRST),
        NEWER(Words.newer("later", 7)),
        ROTTEN(Words.rotten(THIRD)),
        CUT(Words.cut(THIRD)),
        ZEROS(new byte[THIRD.length]),
        EMPTY(new byte[0]);

        private final byte @Nullable [] bytes;

        Live(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }
    }

    enum Newer {
        MISSING(null),
        SEALED(SECOND),
        SAME_AS_LIVE(null),
        EDITED(Words.edited(SECOND, "second", "edited2")),
        FOREIGN(Words.foreign("foreign2")),
        NEWER(Words.newer("later2", 6)),
        ROTTEN(Words.rotten(SECOND));

        private final byte @Nullable [] bytes;

        Newer(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }
    }

    enum Older {
        MISSING(null),
        SEALED(FIRST),
        SAME_AS_NEWER(null),
        EDITED(Words.edited(FIRST, "first", "edited1")),
        ROTTEN(Words.rotten(FIRST));

        private final byte @Nullable [] bytes;

        Older(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }
    }

    enum Temp {
        NONE(null),
        NEXT(Words.sealed("fourth", 4, "d", "c")),
        OF_ANOTHER(Words.sealed("ninth", 9, "9", "8")),
        OLD(Words.sealed("outdated", 2, "f", "a")),
        TORN(Words.cut(Words.sealed("fourth", 4, "d", "c"))),
        ZEROS(new byte[THIRD.length]),
        EMPTY(new byte[0]),
        NEWER(Words.newer("later4", 8));

        private final byte @Nullable [] bytes;

        Temp(byte @Nullable [] bytes) {
            this.bytes = bytes;
        }
    }

    static final Scene FIRST_RUN = new Scene(Live.MISSING, Newer.MISSING, Older.MISSING, Temp.NONE);
    static final Scene STEADY = new Scene(Live.SEALED, Newer.SEALED, Older.SEALED, Temp.NONE);

    static List<Scene> all() {
        List<Scene> scenes = new ArrayList<>();
        for (Live live : Live.values()) {
            for (Newer newer : Newer.values()) {
                for (Older older : Older.values()) {
                    for (Temp temp : Temp.values()) {
                        Scene scene = new Scene(live, newer, older, temp);
                        if (scene.exists()) {
                            scenes.add(scene);
                        }
                    }
                }
            }
        }
        return scenes;
    }

    private boolean exists() {
        return (newerBackup != Newer.SAME_AS_LIVE || live != Live.MISSING)
                && (olderBackup != Older.SAME_AS_NEWER || newerBackup != Newer.MISSING);
    }

    SimulatedDisk disk(Path root, Profile profile) {
        SimulatedDisk disk = new SimulatedDisk(root, profile);
        if (!equals(FIRST_RUN)) {
            disk.put(LOCK, new byte[0]);
        }
        put(disk, OLDER, olderBackup.bytes);
        put(disk, BACKUP, newerBackup.bytes);
        put(disk, LIVE, live.bytes);
        put(disk, TEMP, temp.bytes);
        if (newerBackup == Newer.SAME_AS_LIVE) {
            same(disk, BACKUP, LIVE);
        }
        if (olderBackup == Older.SAME_AS_NEWER) {
            same(disk, OLDER, BACKUP);
        }
        return disk;
    }

    private static void put(SimulatedDisk disk, String name, byte @Nullable [] bytes) {
        if (bytes != null) {
            disk.put(name, bytes);
        }
    }

    private static void same(SimulatedDisk disk, String name, String existing) {
        if (disk.profile().hasLinks()) {
            disk.putLink(name, existing);
        } else {
            disk.put(name, disk.files().get(existing));
        }
    }

    /** Whether no save was ever finished, nor did anybody else write one. */
    boolean isFirstRun() {
        boolean hasAWholeTemp = temp == Temp.NEXT || temp == Temp.OF_ANOTHER || temp == Temp.OLD || temp == Temp.NEWER;
        return live == Live.MISSING && newerBackup == Newer.MISSING && olderBackup == Older.MISSING && !hasAWholeTemp;
    }

    /** Whether the live file holds a generation that a storage wrote, or there is none. */
    boolean isLiveSealed() {
        return live == Live.SEALED || live == Live.RESTORED;
    }

    /** Whether the live file may be a person's, so that its backup is written anew though there are links. */
    boolean isBackupWritten() {
        return switch (live) {
            case EDITED, FOREIGN, RESTORED, ROTTEN ->
                true; // rot that reads is taken for an edit if nothing else is left
            case SEALED -> newerBackup == Newer.NEWER;
            case MISSING, NEWER, CUT, ZEROS, EMPTY -> false;
        };
    }

    /** Whether no reader takes the live file for a document. */
    boolean isLiveUnreadable() {
        return live == Live.CUT || live == Live.ZEROS || live == Live.EMPTY;
    }

    /**
     * The bytes that must not vanish, since no acknowledged save wrote them: those of people and other programs, and damaged ones.
     * They are given by the name under which they are found.
     *
     * @param chosen the word that a load answers
     */
    Map<String, byte[]> precious(String chosen) {
        Map<String, byte[]> precious = new LinkedHashMap<>();
        add(precious, LIVE, live.bytes, live != Live.MISSING && !isLiveSealed());
        boolean isBackupOfOthers = newerBackup != Newer.SEALED && newerBackup != Newer.SAME_AS_LIVE;
        add(precious, BACKUP, newerBackup.bytes, isBackupOfOthers);
        add(precious, OLDER, olderBackup.bytes, olderBackup != Older.SEALED);
        add(precious, TEMP, temp.bytes, isTempPrecious(chosen));
        return precious;
    }

    private boolean isTempPrecious(String chosen) {
        return switch (temp) {
            case NONE, EMPTY -> false;
            case NEWER -> true;
            case TORN, ZEROS -> !isLiveSealed(); // part of a save is worth nothing beside a whole one
            case OLD -> live == Live.RESTORED && !chosen.equals("outdated"); // else it is older than what is chosen
            case NEXT -> !chosen.equals("fourth");
            case OF_ANOTHER -> !chosen.equals("ninth");
        };
    }

    private static void add(Map<String, byte[]> precious, String name, byte @Nullable [] bytes, boolean isPrecious) {
        if (isPrecious && bytes != null && bytes.length > 0) {
            precious.put(name, bytes);
        }
    }

    @Override
    public String toString() {
        return "live " + live + ", bak1 " + newerBackup + ", bak2 " + olderBackup + ", temp " + temp;
    }
}
