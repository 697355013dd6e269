package dev.saveschema.storage.lock;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Another process, which says of a lock file whether somebody has it. */
final class LockProbe implements AutoCloseable {

    private static final long LOCKED_BYTE = 0x40000000L;

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;

    LockProbe() throws IOException {
        process = LockHolder.java(LockProbe.class);
        answers = process.inputReader(StandardCharsets.UTF_8);
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    boolean isLocked(Path lockFile) throws IOException {
        questions.println(lockFile);
        return Boolean.parseBoolean(answers.readLine());
    }

    @Override
    public void close() throws IOException {
        answers.close();
        process.destroyForcibly()
                .onExit()
                .join(); // while it lives, a volume whose file it asked for cannot be unmounted
    }

    public static void main(String[] args) throws IOException {
        BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String file = questions.readLine(); file != null; file = questions.readLine()) {
            try (FileChannel channel = FileChannel.open(Path.of(file), StandardOpenOption.WRITE)) {
                System.out.println(channel.tryLock(LOCKED_BYTE, 1, false) == null);
            }
        }
    }
}
