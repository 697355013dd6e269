package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Undoes one rule of storage at a time, in its source, compiles that, and has the mutant judged by the enumerations in the
 * simulated disk or by a test class: {@code rule-mutants.txt} lists them. A mutant whose line is not there any more fails, too, so
 * that the list cannot rot.
 */
class RuleMutantsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "saveschema", "storage");
    private static final String PACKAGE = "dev.saveschema.storage.";
    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();
    private static final Set<String> ENUMERATIONS = Set.of("crashes", "faults", "interference");
    private static final String ONLY = System.getProperty("mutants.only", "");

    /** The number of mutants that are tried, the first of the list. All would be too many for the gate. */
    private static final int MOST = Integer.getInteger("mutants.most", 11);

    private static final int FIRST = Integer.getInteger("mutants.first", 0);

    @TempDir
    Path scratch;

    /** @param catcher one of the enumerations, or the simple name of a test class of storage, with one of its methods or without */
    private record Rule(String name, String source, String catcher, String original, String mutant) {

        Path file() {
            return SOURCES.resolve(source + ".java");
        }

        String className() {
            return PACKAGE + source.replace('/', '.');
        }
    }

    @Test
    void eachRuleThatIsUndoneIsNoticed() throws Exception {
        List<String> survivors = new ArrayList<>();
        List<Rule> rules = rules();
        int tried = 0;
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            mutant(rule); // each is still in its source
            boolean isTold = !rule.catcher().equals("equivalent");
            if (isTold && rule.name().contains(ONLY) && i >= FIRST && i < FIRST + MOST) {
                tried++;
                String by = catcher(rule);
                if (Boolean.getBoolean("mutants.print")) {
                    System.out.println(rule.name() + " (" + rule.source() + ") -> "
                            + (by.isEmpty()
                                    ? "SURVIVES " + rule.catcher()
                                    : by.lines().findFirst().orElseThrow()));
                }
                if (by.isEmpty()) {
                    survivors.add(rule.name());
                }
            }
        }
        System.clearProperty("torture.classpath");
        System.out.printf(
                "Mutants of rules: %d, of which %d tried; %d survive%n", rules.size(), tried, survivors.size());
        assertThat(survivors).isEmpty();
    }

    private static List<Rule> rules() throws IOException {
        String table;
        try (InputStream in = RuleMutantsTest.class.getResourceAsStream("rule-mutants.txt")) {
            table = new String(in.readAllBytes(), UTF_8);
        }
        List<Rule> rules = new ArrayList<>();
        for (String entry : table.split("\n== ")) {
            if (!entry.startsWith("#")) {
                String[] head = entry.lines().findFirst().orElseThrow().split("\\|");
                rules.add(new Rule(
                        head[0].strip(), head[1].strip(), head[2].strip(), lines(entry, '-'), lines(entry, '+')));
            }
        }
        return rules;
    }

    private static String lines(String entry, char mark) {
        return entry.lines()
                .filter(line -> !line.isEmpty() && line.charAt(0) == mark)
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
    }

    /** The test that noticed the mutant; empty if none did. */
    private String catcher(Rule rule) throws Exception {
        Path classes = compiled(rule, mutant(rule));
        MutantLoader loader = new MutantLoader(classes);
        System.setProperty("torture.classpath", classes.toString()); // for those in a process of their own
        if (!ENUMERATIONS.contains(rule.catcher())) {
            return failureOf(loader, rule.catcher());
        }
        Method catcher = loader.loadClass(Mutants.class.getName()).getMethod("catcher", String.class);
        catcher.setAccessible(true);
        return (String) catcher.invoke(null, rule.catcher());
    }

    private static String mutant(Rule rule) throws IOException {
        String source = Files.readString(rule.file());
        int at = source.indexOf(rule.original());
        assertThat(at >= 0 && source.indexOf(rule.original(), at + 1) < 0)
                .as("the line of \"%s\" is in %s once", rule.name(), rule.source())
                .isTrue();
        return source.replace(rule.original(), rule.mutant());
    }

    /** The folder with the mutant's classes. */
    private Path compiled(Rule rule, String mutant) throws IOException {
        Path directory = Files.createTempDirectory(scratch, "classes");
        Path source = directory.resolve(rule.file().getFileName());
        Files.writeString(source, mutant);
        StringWriter messages = new StringWriter();
        PrintWriter out = new PrintWriter(messages);
        int failed = JAVAC.run(
                out, out, "-proc:none", "-nowarn", "-cp", classPath(), "-d", directory.toString(), source.toString());
        assertThat(failed).as("\"%s\" compiles: %s", rule.name(), messages).isZero();
        return directory;
    }

    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Path.of("target", "classes").toString(),
                System.getProperty("mutants.classpath", ""),
                System.getProperty("java.class.path"),
                System.getProperty("jdk.module.path", ""));
    }

    /** Loads all of this project anew, and the mutated class in place of the original. */
    private static final class MutantLoader extends ClassLoader {

        private final Path mutated;

        MutantLoader(Path mutated) {
            super(RuleMutantsTest.class.getClassLoader());
            this.mutated = mutated;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded == null
                        && name.startsWith("dev.saveschema.")
                        && !name.startsWith("dev.saveschema.annotation")) {
                    loaded = define(name);
                }
                return loaded == null ? super.loadClass(name, resolve) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            try (InputStream in = Files.exists(mutated.resolve(file))
                    ? Files.newInputStream(mutated.resolve(file))
                    : RuleMutantsTest.class.getClassLoader().getResourceAsStream(file)) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** Runs the plain tests of a class, or one of them, until one fails. */
    private String failureOf(MutantLoader loader, String catcher) throws Exception {
        String[] test = catcher.split("\\.");
        for (String room : List.of("", "disk.", "seal.", "lock.", "recovery.", "file.", "medium.", "slots.")) {
            Class<?> found;
            try {
                found = loader.loadClass(PACKAGE + room + test[0]);
            } catch (ClassNotFoundException elsewhere) {
                continue;
            }
            for (Method method : found.getDeclaredMethods()) {
                boolean isMeant = test.length == 1 || method.getName().equals(test[1]);
                if (isMeant && method.isAnnotationPresent(Test.class)) {
                    String failure = failureOf(found, method);
                    if (!failure.isEmpty()) {
                        return failure;
                    }
                }
            }
            return "";
        }
        throw new AssertionError("there is no test class " + catcher);
    }

    private String failureOf(Class<?> test, Method method) throws Exception {
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        for (Field field : test.getDeclaredFields()) {
            if (field.isAnnotationPresent(TempDir.class)) {
                field.setAccessible(true);
                field.set(instance, Files.createTempDirectory(scratch, "mutant"));
            }
        }
        try {
            for (Method before : test.getDeclaredMethods()) {
                if (before.isAnnotationPresent(BeforeEach.class)) {
                    before.setAccessible(true);
                    before.invoke(instance);
                }
            }
            method.setAccessible(true);
            method.invoke(instance);
            return "";
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause();
            return cause.getClass().getSimpleName().equals("TestAbortedException")
                    ? "skipped: " + cause.getMessage()
                    : test.getSimpleName() + "." + method.getName();
        }
    }
}
