package dev.saveschema.testing;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.codec.Trees;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.json.MalformedContentException;
import dev.saveschema.text.JsonPointer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Loads a save of every released version, one line in a program's own tests:
 *
 * <pre>{@code
 * @Test
 * void savesOfEveryVersionLoad() {
 *     MigrationTest.verify(ProgressSchema.INSTANCE);
 * }
 * }</pre>
 *
 * <p>The saves are the samples that lie beside the schema's history: locking a version writes one, in which every member has a
 * value other than its default. Each sample loads without a repair, by every step from its version to the newest, none of
 * which fails; what was loaded is not lost when it is saved and loaded again; and no member falls back to its default without a
 * step that says so. No file of the history was edited, and the classes were compiled with it as it is: a build that did not
 * compile again after the history had changed is noticed here.
 *
 * <p>Not checked: whether what a step makes of a value is what was meant. That is for a test of the program's own.
 */
public final class MigrationTest {

    private static final Path CONVENTION = Path.of("src", "main", "saveschema");
    private static final Pattern FILE = Pattern.compile("([1-9][0-9]{0,8})\\.(schema|sample)\\.json");

    private static final String EDIT_IT =
            " (the sample's values are made up: where a step or a record expects something else, edit it, or put a real save"
                    + " in its place)";

    private MigrationTest() {}

    /**
     * Checks the samples in {@code src/main/saveschema}, below the directory that the tests are run in, as Maven and Gradle do.
     *
     * @throws AssertionError if any check fails, or there is no sample; its message has a line for each failure
     * @throws UncheckedIOException if a file of the history cannot be read
     */
    public static void verify(Schema<?> schema) {
        verify(schema, CONVENTION);
    }

    /**
     * Checks the samples of a history.
     *
     * @param history the directory that the processor was given as {@code saveschema.history}
     * @throws AssertionError if any check fails, or there is no sample; its message has a line for each failure
     * @throws UncheckedIOException if a file of the history cannot be read
     */
    public static void verify(Schema<?> schema, Path history) {
        Path directory = history.resolve(schema.id());
        TreeMap<Integer, Path> samples = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (int version : versions(directory)) {
            checkFile(schema, version, SchemaFile.of(directory, version), failures);
            Path sample = directory.resolve(version + ".sample.json");
            if (!Files.exists(sample)) {
                failures.add("version " + version + " has no sample: " + sample + " is missing");
            } else if (version >= schema.oldestVersion()) {
                samples.put(version, sample);
            }
        }
        samples.forEach((version, sample) ->
                new Sample<>(schema, version, sample, SchemaFile.of(directory, schema.version())).check(failures));
        if (samples.isEmpty()) {
            failures.add("there is no sample in " + directory.toAbsolutePath()
                    + "; locking a version, with -Asaveschema.lock=true, writes one. Of a history elsewhere: "
                    + "MigrationTest.verify(schema, directory)");
        }
        if (!failures.isEmpty()) {
            throw new AssertionError(String.join("\n", failures));
        }
    }

    private static void checkFile(Schema<?> schema, int version, SchemaFile file, List<String> failures) {
        if (!Files.exists(file.path())) {
            failures.add(file.path() + " is missing");
        } else if (!file.isAsLocked()) {
            failures.add(file.path() + " was edited after version " + version + " was locked");
        } else if (version == schema.version()
                && compiled(schema).filter(text -> !text.equals(file.text())).isPresent()) {
            failures.add(file.path() + " is not what the classes were compiled with; compile again");
        }
    }

    /** The head's file as it was when the schema was compiled, which the processor puts among the classes. */
    private static Optional<String> compiled(Schema<?> schema) {
        String name = "/META-INF/saveschema/" + schema.id() + ".schema.json";
        try (InputStream resource = schema.getClass().getResourceAsStream(name)) {
            return resource == null
                    ? Optional.empty()
                    : Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Iterable<Integer> versions(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> FILE.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> Integer.valueOf(name.group(1)))
                    .distinct()
                    .sorted()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One save of one version. */
    private record Sample<T>(Schema<T> schema, int version, Path file, SchemaFile schemaFile) {

        void check(List<String> failures) {
            if (version > schema.version()) {
                failures.add("%s is of version %d, and the schema has version %d"
                        .formatted(file, version, schema.version()));
                return;
            }
            read(content(), "", failures).ifPresent(document -> {
                checkSteps(document, failures);
                checkSaved(document.value(), failures);
                checkKept(document, failures);
            });
        }

        private byte[] content() {
            try {
                return Files.readAllBytes(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Reads a document that is to be without a fault. */
        private Optional<Document<T>> read(byte[] content, String when, List<String> failures) {
            try {
                Document<T> document = new DocumentReader<>(schema, LoadLimits.defaults()).read(content);
                document.repairs().stream()
                        .filter(repair -> !isLeftToCodec(repair))
                        .forEach(repair -> failures.add(file + when + ": " + repair + hint(repair)));
                return Optional.of(document);
            } catch (MalformedContentException e) {
                failures.add(file + when + ": " + e.getMessage() + (e.isRefusal() ? EDIT_IT : ""));
                return Optional.empty();
            }
        }

        /** What only a codec of the program can write is missing in a sample that the compiler made up. */
        private boolean isLeftToCodec(Repair repair) {
            return repair.reason() == Reason.MISSING && schemaFile.isAnything(repair.pointer());
        }

        private static String hint(Repair repair) {
            return repair.reason() == Reason.MIGRATION_FAILED || repair.reason() == Reason.REJECTED ? EDIT_IT : "";
        }

        private void checkSteps(Document<T> document, List<String> failures) {
            int taken = document.steps().size();
            if (document.version() != version) {
                failures.add("%s says that it is of version %d".formatted(file, document.version()));
            } else if (taken != schema.version() - version) {
                failures.add("%s was taken %d steps further, not the %d to version %d"
                        .formatted(file, taken, schema.version() - version, schema.version()));
            }
        }

        private void checkSaved(T value, List<String> failures) {
            byte[] saved = saved(value);
            read(saved, ", saved and loaded again", failures)
                    .map(again -> saved(again.value()))
                    .filter(again -> !Arrays.equals(again, saved))
                    .ifPresent(again -> failures.add(file + " is not the same when it is saved and loaded again"));
        }

        /** Finds members whose value was lost to the default, though neither a step nor a repair says so. */
        private void checkKept(Document<T> document, List<String> failures) {
            Members sample = Members.of(content());
            Members loaded = members(document.value());
            Members defaults = members(schema.defaultValue());
            for (String name : loaded.names()) {
                boolean isDefault = Objects.equals(loaded.present(name), defaults.present(name));
                boolean wasDefault = Objects.equals(sample.present(name), defaults.present(name));
                boolean isTold = isChanged(document, name) || isRepaired(document, name);
                if (sample.has(name) && isDefault && !wasDefault && !isTold) {
                    failures.add("%s: %s is lost, and no step says so".formatted(file, name));
                }
            }
        }

        /** The members of the record alone, whatever the format puts around them. */
        private Members members(T value) {
            JsonNode written = Trees.written(out -> schema.write(out, value), LoadLimits.defaults());
            return Members.of(written.toString().getBytes(StandardCharsets.UTF_8));
        }

        private static boolean isRepaired(Document<?> document, String member) {
            String pointer = JsonPointer.member("", member) + "/";
            return document.repairs().stream().anyMatch(repair -> (repair.pointer() + "/").startsWith(pointer));
        }

        private static boolean isChanged(Document<?> document, String member) {
            Pattern name = Pattern.compile("(^|[^\\w.])" + Pattern.quote(member) + "($|[^\\w])");
            return document.steps().stream()
                    .flatMap(step -> step.changes().stream())
                    .anyMatch(change -> name.matcher(change).find());
        }

        private byte[] saved(T value) {
            byte[] body = DocumentWriter.body(schema, value, false, LoadLimits.defaults());
            if (schema.envelope().isPresent()) {
                return body;
            }
            byte[] whole = Arrays.copyOf(body, body.length + 1);
            whole[body.length] = '}';
            return whole;
        }
    }
}
