package dev.saveschema.storage.lock;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.LockFile;
import dev.saveschema.text.Excerpt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The text of a lock's owner in the lock file, for messages: {@code process 4711 on host ada since 2026-11-22T19:47:03Z}. */
record LockOwner(String text) {

    private static final Pattern PATTERN = Pattern.compile("process [0-9]+( on host .*)? since [-0-9T:]+Z");
    private static final Path HOST_NAME = Path.of("/etc/hostname");
    private static final int LONGEST_HOST_NAME = 255;

    static LockOwner ofThisProcess(FileOps ops, Instant now) {
        return of(System.getenv(), ops, now);
    }

    static LockOwner of(Map<String, String> environment, FileOps ops, Instant now) {
        return new LockOwner("process " + ProcessHandle.current().pid() + host(environment, ops) + " since "
                // written without the formatter that an instant would set up
                + now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    private static String host(Map<String, String> environment, FileOps ops) {
        for (String variable : List.of("HOSTNAME", "COMPUTERNAME")) {
            String name = environment.getOrDefault(variable, "");
            if (isHarmless(name)) {
                return " on host " + name;
            }
        }
        try {
            // Asking the network could take seconds.
            String name = new String(ops.read(ops.realPath(HOST_NAME), LONGEST_HOST_NAME), UTF_8).strip();
            return isHarmless(name) ? " on host " + name : "";
        } catch (IOException notToBeHad) {
            return ""; // the number of the process says most of it
        }
    }

    /** The owner of a lock, as far as a message may repeat the text in the file. */
    static String ownerOf(LockFile file) throws IOException {
        String text = file.text();
        return isHarmless(text) ? text : "another process";
    }

    /** Writes the owner into a lock file, unless it holds something else, which may be worth something to somebody. */
    void writeTo(LockFile file) {
        try {
            String before = file.text();
            if (before.isEmpty() || PATTERN.matcher(before).matches()) {
                file.write(text);
            }
        } catch (IOException e) {
            // The disk may be full. The lock is what counts; messages of other programs say less about its owner.
        }
    }

    /** Whether a text from the lock file is safe on a terminal: anybody who can write that file may have written it. */
    private static boolean isHarmless(String text) {
        return !text.isEmpty() && Excerpt.ofMessage(text).equals(text);
    }
}
