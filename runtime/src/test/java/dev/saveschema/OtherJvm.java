package dev.saveschema;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program of the tests in a process of its own, which can end, and be killed, without the tests. */
public final class OtherJvm {

    private OtherJvm() {}

    public static ProcessBuilder running(Class<?> program, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", // these, since most live for a fraction of a second
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                everything(),
                program.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    // Under Maven the classes under test are on the module path.
    private static String everything() {
        String modules = System.getProperty("jdk.module.path", "");
        String patched = Path.of("target", "test-classes") + File.pathSeparator + Path.of("target", "classes");
        return patched + File.pathSeparator + System.getProperty("java.class.path") + File.pathSeparator + modules;
    }
}
