package dev.saveschema.example.tour;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with the same classes, for a program that lives for a moment. */
final class Jvm {

    private Jvm() {}

    static ProcessBuilder running(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }
}
