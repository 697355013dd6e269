package dev.saveschema.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of a sample project, in which the commands that its users type are run. */
record Sample(Path directory) {

    private static final Path REPOSITORY = Path.of(System.getProperty("samples.repository"));
    private static final Path DOWNLOADS = Path.of(System.getProperty("samples.downloads"));
    private static final Path WORK = Path.of(System.getProperty("samples.work"));
    private static final String VERSION = System.getProperty("samples.version");

    /** What a command printed, both its streams, and its exit code. */
    record Run(int exitCode, String output) {}

    static Sample copyOf(String name) {
        return copyOf(name, name);
    }

    /** Under another name, so that two tests can each have their own. */
    static Sample copyOf(String name, String copy) {
        try {
            Path target = WORK.resolve(copy);
            delete(target);
            Path source = Path.of(name);
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path to = target.resolve(source.relativize(file).toString());
                    Files.createDirectories(to.getParent());
                    Files.copy(file, to);
                }
            }
            return new Sample(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder with nothing in it. */
    static Sample emptyFolder(String name) throws IOException {
        Path target = WORK.resolve(name);
        delete(target);
        return new Sample(Files.createDirectories(target));
    }

    Run maven(String... arguments) throws IOException, InterruptedException {
        Path settings = Files.writeString(WORK.resolve("settings.xml"), """
                <settings>
                  <localRepository>%s</localRepository>
                  <profiles>
                    <profile>
                      <id>downloads</id>
                      <repositories>
                        <repository><id>downloads</id><url>%2$s</url><releases><checksumPolicy>ignore</checksumPolicy></releases></repository>
                        <repository><id>central</id><url>https://repo.maven.apache.org/maven2</url></repository>
                      </repositories>
                      <pluginRepositories>
                        <pluginRepository><id>downloads</id><url>%2$s</url><releases><checksumPolicy>ignore</checksumPolicy></releases></pluginRepository>
                        <pluginRepository><id>central</id><url>https://repo.maven.apache.org/maven2</url></pluginRepository>
                      </pluginRepositories>
                    </profile>
                  </profiles>
                  <activeProfiles><activeProfile>downloads</activeProfile></activeProfiles>
                </settings>
                """.formatted(REPOSITORY, DOWNLOADS.toUri()));
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("samples.maven"),
                "-B",
                "-ntp",
                "-s",
                settings.toString(),
                "-Dsaveschema.version=" + VERSION));
        command.addAll(List.of(arguments));
        return run(command);
    }

    Run run(String... command) throws IOException, InterruptedException {
        return run(List.of(command));
    }

    Run run(List<String> command) throws IOException, InterruptedException {
        return run(command, Map.of());
    }

    Run run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().remove("MAVEN_OPTS");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), output);
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    String read(String name) throws IOException {
        return Files.readString(file(name)).strip();
    }

    void edit(String file, String from, String to) throws IOException {
        String text = Files.readString(file(file));
        if (!text.contains(from)) {
            throw new IllegalArgumentException(file + " does not contain " + from);
        }
        Files.writeString(file(file), text.replace(from, to));
    }

    /** A program of the JDK that runs this test. */
    static String jdk(String program) {
        return Path.of(System.getProperty("java.home"), "bin", program).toString();
    }

    static Path jar(String artifact) {
        try (Stream<Path> jars = Files.list(
                REPOSITORY.resolve("dev/saveschema").resolve(artifact).resolve(VERSION))) {
            return jars.filter(jar ->
                            jar.toString().endsWith(".jar") && !jar.toString().contains("sources"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
