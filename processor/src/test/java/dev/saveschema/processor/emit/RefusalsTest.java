package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.StoreOptions;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that could not be loaded again is not saved: the message names the place, and the file stays as it was. */
class RefusalsTest {

    private static Running running;
    private static Schema<Object> schema;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        running = Running.compile("Data", """
                @SaveSchema(version = 1)
                public record Data(
                    @Default("x") String text, @Default("1") Integer boxed, @Default("1") double real,
                    @Default("1") float part, @Default("1") BigInteger big, @Default("1") BigDecimal exact,
                    List<String> list, List<List<Integer>> lists, Map<String, Integer> map, Map<Kind, Inner> byKind,
                    Set<String> set, Set<Inner> inners, Optional<String> maybe, Inner inner) {
                  public enum Kind { A }
                  public record Inner(@Default("x") String name, List<Inner2> parts) {}
                  public record Inner2(@Default("1") Double value) {}
                }
                """);
        schema = running.schema("Data");
    }

    @Test
    void nullIsRefusedWhereverItIs() throws ReflectiveOperationException, IOException {
        refuses("text: null cannot be saved; use an Optional for what may be absent", "text", null);
        refuses("boxed: null", "boxed", null);
        refuses("big: null", "big", null);
        refuses("exact: null", "exact", null);
        refuses("list: null", "list", null);
        refuses("list[0]: null", "list", Collections.singletonList(null));
        refuses("list[2]: null", "list", Arrays.asList("a", "b", null));
        refuses("lists[1]: null", "lists", Arrays.asList(List.of(1, 2, 3), null));
        refuses("lists[1][1]: null", "lists", List.of(List.of(), Arrays.asList(1, null)));
        refuses("map: null", "map", null);
        refuses("map.a/b: null", "map", Collections.singletonMap("a/b", null));
        refuses("map: null cannot be saved as a key", "map", nullKeyAfter("a", 1));
        refuses("byKind: null cannot be saved as a key", "byKind", Collections.singletonMap(null, inner("x")));
        refuses("set: null", "set", null);
        refuses("set[0]: null", "set", new HashSet<>(Arrays.asList("a", null)));
        refuses("inners[0]: null", "inners", Collections.singleton(null));
        refuses("inners.name: null", "inners", Set.of(inner(null)));
        refuses("inner.name: null", "inner", inner(null));
        refuses("inner.parts[1].value: null", "inner", inner("x", part(1.0), part(null)));
        refuses("maybe: null", "maybe", null);
        refuses("inner: null", "inner", null);
    }

    /** Half of a surrogate pair has no form in UTF-8, but one as an escape. */
    @Test
    void aKeyWithHalfOfASurrogatePairIsReadAsItWas() throws IOException {
        Object value = with("map", Map.of("a\ud83d", 1, "\ude00", 2));
        try (SaveStore<Object> store = SaveStore.open(schema, folder.resolve("halves.json"))) {
            store.save(value);
        }
        try (SaveStore<Object> store = SaveStore.open(schema, folder.resolve("halves.json"))) {
            LoadResult<Object> loaded = store.load();
            assertThat(loaded.value()).isEqualTo(value);
            assertThat(loaded.isClean()).isTrue();
        }
    }

    @Test
    void whatIsNotFiniteIsRefused() throws ReflectiveOperationException, IOException {
        refuses("real: NaN cannot be saved; JSON has only finite numbers", "real", Double.NaN);
        refuses("real: -Infinity", "real", Double.NEGATIVE_INFINITY);
        refuses("part: NaN", "part", Float.NaN);
        refuses("part: Infinity", "part", Float.POSITIVE_INFINITY);
        refuses("inner.parts[0].value: Infinity", "inner", inner("x", part(Double.POSITIVE_INFINITY)));
    }

    @Test
    void whatALoadWouldNotReadIsRefused() throws ReflectiveOperationException, IOException {
        LoadLimits limits = LoadLimits.defaults()
                .fileBytes(1 << 20)
                .elements(1_000)
                .nesting(200)
                .textLength(10)
                .numberLength(20);
        StoreOptions options = StoreOptions.defaults().limits(limits);
        refuses(
                "text: text of 11 characters cannot be saved, since a load reads at most 10",
                "text",
                "x".repeat(11),
                options);
        refuses("list[1]: text of 11", "list", List.of("a", "x".repeat(11)), options);
        refuses("big: a number of 70 bits", "big", BigInteger.TEN.pow(20).add(BigInteger.TEN.pow(21)), options);
        refuses("exact: a number of 22 characters", "exact", new BigDecimal("0." + "1".repeat(20)), options);
        try (SaveStore<Object> store = SaveStore.open(schema, folder.resolve("other.json"), options)) {
            store.save(with("big", BigInteger.TEN.pow(19)));
            store.save(with("text", "x".repeat(10)));
        }
    }

    private void refuses(String message, String component, Object value)
            throws ReflectiveOperationException, IOException {
        refuses(message, component, value, StoreOptions.defaults());
    }

    private void refuses(String message, String component, Object value, StoreOptions options)
            throws ReflectiveOperationException, IOException {
        Path file = folder.resolve("save.json");
        Files.deleteIfExists(file);
        try (SaveStore<Object> store = SaveStore.open(schema, file, options)) {
            store.save(schema.defaultValue());
            byte[] before = Files.readAllBytes(file);
            Object faulty = with(component, value);
            assertThatThrownBy(() -> store.save(faulty)).hasMessageStartingWith(message);
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            try (var files = Files.list(folder)) {
                assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("tmp"));
            }
            store.save(with("text", "later"));
        }
    }

    private static Map<String, Integer> nullKeyAfter(String key, int value) {
        Map<String, Integer> map = new LinkedHashMap<>();
        map.put(key, value);
        map.put(null, value);
        return map;
    }

    private static Object with(String component, Object value) {
        return Running.with(schema.defaultValue(), component, value);
    }

    private static Object inner(String name, Object... parts) throws ReflectiveOperationException {
        return constructor("example.Data$Inner").newInstance(name, List.of(parts));
    }

    private static Object part(Double value) throws ReflectiveOperationException {
        return constructor("example.Data$Inner2").newInstance(value);
    }

    private static Constructor<?> constructor(String type) throws ReflectiveOperationException {
        return running.loadClass(type).getConstructors()[0];
    }
}
