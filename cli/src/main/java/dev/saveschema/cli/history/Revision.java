package dev.saveschema.cli.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a history, by their paths below it: as they are in a folder, or as git had them at a revision. */
public record Revision(String name, TreeMap<String, byte[]> files) {

    /** The files as they are in a folder. */
    public static Revision ofDirectory(Path directory) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return new Revision(directory.toString(), files);
    }

    /**
     * The files as git has them at a revision. The folder must be in a working tree.
     *
     * @throws IOException if git is not installed, or knows no such revision
     */
    public static Revision ofGit(Path directory, String revision) throws IOException {
        // a name that begins with a dash would be an option
        String commit = text(git(directory, "rev-parse", "--verify", "--end-of-options", revision + "^{commit}"))
                .strip();
        TreeMap<String, byte[]> files = new TreeMap<>();
        String names = text(git(directory, "ls-tree", "-r", "-z", "--name-only", commit, "--", "."));
        for (String name : names.split("\0")) {
            if (!name.isEmpty()) {
                files.put(name, git(directory, "cat-file", "blob", commit + ":./" + name));
            }
        }
        return new Revision(revision, files);
    }

    private static String text(byte[] output) {
        return new String(output, UTF_8);
    }

    private static byte[] git(Path directory, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("saveschema-git", ".txt");
        try {
            Process git =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            git.getOutputStream().close();
            byte[] output = git.getInputStream().readAllBytes();
            if (git.waitFor() != 0) {
                throw new IOException("git " + arguments[0] + ": "
                        + Files.readString(errors).strip().replaceFirst("^fatal: ", ""));
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while git was running", e);
        } finally {
            Files.delete(errors);
        }
    }
}
