package dev.saveschema.storage.lock;

import dev.saveschema.InUseException;
import dev.saveschema.storage.StorageOptions;
import dev.saveschema.storage.file.FileStorage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another process, which has a file open until it is ended. */
public final class LockHolder {

    private LockHolder() {}

    public static Process start(Path file) throws IOException {
        return java(LockHolder.class, file.toString());
    }

    static Process java(Class<?> program, String... args) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", everything(), program.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    // Under Maven the classes under test are on the module path.
    private static String everything() {
        String modules = System.getProperty("jdk.module.path", "");
        String patched = Path.of("target", "test-classes") + File.pathSeparator + Path.of("target", "classes");
        return patched + File.pathSeparator + System.getProperty("java.class.path") + File.pathSeparator + modules;
    }

    public static void main(String[] args) throws IOException {
        try {
            FileStorage storage = FileStorage.open(Path.of(args[0]), new StorageOptions(1 << 20, Duration.ZERO));
            System.out.println("open");
            System.in.read(); // until the parent ends this, or ends
            storage.close();
        } catch (InUseException e) {
            System.out.println(e.getMessage());
            System.in.read();
        }
    }
}
