package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A {@link Learner} in a process of its own, from its start to its violent end. */
record DoomedLearner(Path file) {

    private static final int MOST_SAVES = 8;
    private static final int LONGEST_PAUSE = 6_000_000; // about as long as a save takes, in nanoseconds

    /** Answers what it said before it was killed. */
    Acknowledgements live(Random random) throws IOException {
        Path errors = file.resolveSibling("learner-errors.txt");
        Process process = Jvm.running(Learner.class, file.toString())
                .redirectError(errors.toFile())
                .start();
        Acknowledgements said = new Acknowledgements(process.getInputStream());
        int saves = 1 + random.nextInt(MOST_SAVES);
        while (said.count() < saves) {
            BrokenPromiseException.unless(said.next(), "a learner saves until it is killed; see " + errors);
        }
        LockSupport.parkNanos(random.nextInt(LONGEST_PAUSE));
        process.toHandle().destroyForcibly(); // unlike the process's own, this leaves its output to be read
        await(process);
        while (said.next()) {
            // what it said between the decision and the end counts too
        }
        return said;
    }

    /** Whether it was writing: the new content lies beside the file, under a name that nobody gave it yet. */
    boolean leftSomethingUnfinished() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(file.getParent(), ".progress.json.*.tmp")) {
            return files.iterator().hasNext();
        }
    }

    private static void await(Process process) throws IOException {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a learner ended", e);
        }
    }
}
