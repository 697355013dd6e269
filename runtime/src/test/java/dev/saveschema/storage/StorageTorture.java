package dev.saveschema.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.InUseException;
import dev.saveschema.SaveException;
import dev.saveschema.storage.SaveRequest.Layout;
import dev.saveschema.storage.file.FileStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Drives a storage from outside, for rigs that cut its power, kill it or fill its disk:
 *
 * <pre>
 * StorageTorture writer DIR       saves the numbers after the one that is there, for ever; prints ACK n when n is durable
 * StorageTorture writer DIR DIR…  the same in each, at the same time; prints ACK n DIR
 * StorageTorture fighter DIR      opens, saves one number more, prints ACK n, closes, and again, beside others who do the same
 * StorageTorture once DIR         saves one number more; prints ACK n, or REFUSED and what the exception says of the disk, or IN USE
 * StorageTorture checker -        for each line of its input, a directory: prints VALUE n, EMPTY or CORRUPT why
 * </pre>
 *
 * <p>A save says its number in every line, so that a mixture of two is told from either. {@code -Dtorture.lines} is how many lines
 * it has, 100 unless told; one has some 40 bytes.
 */
public final class StorageTorture {

    /** The file in each directory. */
    public static final String FILE = "progress.json";

    private static final Pattern NUMBER = Pattern.compile("\\{\\s*\"n\": ([0-9]{1,18})\\b");
    private static final int LINES = Integer.getInteger("torture.lines", 100);
    private static final StorageOptions PATIENT = new StorageOptions(64L << 20, Duration.ofMinutes(5));
    private static final StorageOptions AT_ONCE = new StorageOptions(64L << 20, Duration.ofSeconds(2));

    static final ContentReader<Long> READER = new ContentReader<>() {
        @Override
        public Long read(byte[] bytes) throws UnusableContentException {
            String text = new String(bytes, UTF_8);
            long number = number(text).orElseThrow(() -> new UnusableContentException("no number"));
            if (!text.startsWith(new String(body(number), UTF_8))) {
                throw new UnusableContentException("a mixture: it begins with " + number);
            }
            return number;
        }

        @Override
        public Optional<Long> salvage(byte[] bytes) {
            return number(new String(bytes, UTF_8));
        }
    };

    private StorageTorture() {}

    public static void main(String[] arguments) throws Exception {
        String usage = "usage: writer DIR… | fighter DIR | once DIR | checker -";
        if (arguments.length < 2) {
            throw new IllegalArgumentException(usage);
        }
        switch (arguments[0]) {
            case "writer" -> write(List.of(arguments).subList(1, arguments.length));
            case "fighter" -> fight(Path.of(arguments[1]));
            case "once" -> System.out.println(saveOnce(Path.of(arguments[1])));
            case "checker" -> checkAll();
            default -> throw new IllegalArgumentException(usage);
        }
    }

    private static void write(List<String> directories) throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        for (String directory : directories) {
            String suffix = directories.size() == 1 ? "" : " " + directory;
            Thread writer = new Thread(() -> writeForEver(Path.of(directory), suffix));
            writer.start();
            writers.add(writer);
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void writeForEver(Path directory, String suffix) {
        try (FileStorage storage = FileStorage.open(directory.resolve(FILE), PATIENT)) {
            for (long n = next(storage); ; n++) {
                storage.save(request(n));
                System.out.println("ACK " + n + suffix);
            }
        } catch (IOException e) {
            System.out.println("FAILED " + e);
        }
    }

    private static void fight(Path directory) throws IOException {
        while (true) {
            try (FileStorage storage = FileStorage.open(directory.resolve(FILE), PATIENT)) {
                long n = next(storage);
                storage.save(request(n));
                System.out.println("ACK " + n);
            }
        }
    }

    /** Saves one number more: {@code ACK n}, or what refuses it. */
    static String saveOnce(Path directory) throws IOException {
        try (FileStorage storage = FileStorage.open(directory.resolve(FILE), AT_ONCE)) {
            long n = next(storage);
            storage.save(request(n));
            return "ACK " + n;
        } catch (InUseException e) {
            return "IN USE " + e.getMessage();
        } catch (SaveException e) {
            return "REFUSED " + e.aftermath() + " " + e.getMessage();
        }
    }

    private static void checkAll() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(check(Path.of(line)));
        }
    }

    /** The finding of a program that starts now: {@code VALUE n}, {@code EMPTY} or {@code CORRUPT why}. */
    public static String check(Path directory) {
        try (FileStorage storage = FileStorage.open(directory.resolve(FILE), AT_ONCE)) {
            Retrieval<Long> found = storage.load(READER);
            return switch (found.verdict()) {
                case ABSENT -> "EMPTY";
                case LOST, SALVAGED, NEWER -> "CORRUPT " + found.verdict() + " " + found.findings();
                default -> found.content().map(n -> "VALUE " + n).orElse("CORRUPT without content " + found.findings());
            };
        } catch (IOException | RuntimeException e) {
            return "CORRUPT " + e;
        }
    }

    private static long next(FileStorage storage) throws IOException {
        return storage.load(READER).content().orElse(0L) + 1;
    }

    private static SaveRequest request(long n) {
        return new SaveRequest(body(n), Layout.PRETTY, List.of());
    }

    private static byte[] body(long n) {
        StringBuilder text = new StringBuilder("{\n  \"n\": ").append(n);
        for (int i = 0; i < LINES; i++) {
            text.append(",\n  \"line ")
                    .append(i)
                    .append("\": \"of save ")
                    .append(n)
                    .append(" and no other\"");
        }
        return text.toString().getBytes(UTF_8);
    }

    private static Optional<Long> number(String text) {
        Matcher found = NUMBER.matcher(text);
        return found.lookingAt() ? Optional.of(Long.valueOf(found.group(1))) : Optional.empty();
    }
}
