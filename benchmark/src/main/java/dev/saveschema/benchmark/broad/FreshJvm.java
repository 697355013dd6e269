package dev.saveschema.benchmark.broad;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs a class with a {@code main} in a JVM of its own, on the class path and the Java of this one. */
record FreshJvm(List<String> options) {

    static FreshJvm with(String... options) {
        return new FreshJvm(List.of(options));
    }

    /** The lines that the class printed; empty if it failed, which is reported on standard error. */
    Optional<List<String>> run(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return process.waitFor() == 0 ? Optional.of(printed.lines().toList()) : Optional.empty();
    }

    /** The options that set the same system properties as here, for those that are set. */
    static Stream<String> passedOn(String... properties) {
        return Stream.of(properties)
                .filter(name -> System.getProperty(name) != null)
                .map(name -> "-D" + name + "=" + System.getProperty(name));
    }
}
