package dev.saveschema.processor.emit;

import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program that {@link MemoryTest} runs in a JVM with little memory: it loads hostile files, and prints a line for each. */
final class LoadsInLittleMemory {

    private LoadsInLittleMemory() {}

    /** @param arguments a directory, then what to load, as {@code RECORDS:1} */
    public static void main(String[] arguments) throws IOException {
        Schema<Object> schema = schema();
        Path directory = Path.of(arguments[0]);
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            String[] parts = argument.split(":", -1);
            Path file = directory.resolve("hostile.json");
            HostileFile.valueOf(parts[0]).write(file, Integer.parseInt(parts[1]));
            System.out.println(argument + " " + loaded(schema, file));
            Files.delete(file);
        }
    }

    private static String loaded(Schema<Object> schema, Path file) throws IOException {
        try (SaveStore<Object> store = SaveStore.open(schema, file)) {
            LoadResult<Object> result = store.load();
            String first =
                    result.repairs().isEmpty() ? "" : result.repairs().get(0).toString();
            return result.outcome() + " " + result.repairs().size() + " " + first;
        } catch (OutOfMemoryError e) {
            return "OUT OF MEMORY " + e.getMessage();
        }
    }

    private static Schema<Object> schema() {
        return Running.compile("Victim", """
                @SaveSchema(version = 2)
                public record Victim(
                    @Default("0") int number, @Default("") String text, List<Small> records, List<Integer> numbers,
                    List<List<Integer>> lists, List<Map<String, Integer>> maps, Map<String, Integer> map, Set<Integer> set,
                    List<String> texts, List<BigDecimal> decimals) {
                  public record Small(@Default("0") int a, @Default("-") String b, List<Integer> c) {}

                  @Migration(from = 1, to = 2)
                  static void touch(ObjectNode save) { save.put("touched", true); }
                }
                """).schema("Victim");
    }
}
