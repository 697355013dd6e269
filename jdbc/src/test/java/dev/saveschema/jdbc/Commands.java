package dev.saveschema.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Commands of this system, by which the servers of a test are started. */
final class Commands {

    private Commands() {}

    /** The path of a program that is installed on this machine. */
    static Optional<Path> find(String program) {
        String path = System.getenv("PATH") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static void run(Object... command) throws IOException, InterruptedException {
        execute(words(command));
    }

    /** Runs a command as a user without rights if this user is root, since no server should run as root. */
    static void runAsNobody(Object... command) throws IOException, InterruptedException {
        execute(asNobody(command));
    }

    /** The command that runs another one as that user. */
    static List<String> asNobody(Object... command) {
        List<String> words = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            words.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        words.addAll(words(command));
        return words;
    }

    private static List<String> words(Object... command) {
        return Stream.of(command).map(Object::toString).toList();
    }

    private static void execute(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("command", ".out");
        try {
            // into a file: a server that goes on would keep a pipe open
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(command + ": " + Files.readString(output, UTF_8));
            }
        } finally {
            Files.delete(output);
        }
    }
}
