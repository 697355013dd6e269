package dev.saveschema.storage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program of these tests in a process of its own, which starts fast. */
public record JavaProcess(Process process, BufferedReader output) implements AutoCloseable {

    static JavaProcess torture(List<String> prefix, String... arguments) throws IOException {
        return start(prefix, StorageTorture.class, arguments);
    }

    /** @param prefix of the command that starts it, such as {@code env LC_ALL=C} */
    public static JavaProcess start(List<String> prefix, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx64m"));
        command.addAll(List.of("-cp", everything(), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new JavaProcess(process, process.inputReader());
    }

    // Under Maven the classes under test are on the module path.
    private static String everything() {
        String modules = System.getProperty("jdk.module.path", "");
        String patched = Path.of("target", "test-classes") + File.pathSeparator + Path.of("target", "classes");
        return System.getProperty("torture.classpath", patched)
                + File.pathSeparator
                + patched
                + File.pathSeparator
                + System.getProperty("java.class.path")
                + File.pathSeparator
                + modules;
    }

    /** With SIGKILL: it has no time for anything. Answers what it had said and nobody had read. */
    List<String> kill() throws Exception {
        process.toHandle().destroyForcibly(); // unlike the process's own method, this leaves its output open
        process.waitFor();
        List<String> rest = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            rest.add(line);
        }
        return rest;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
