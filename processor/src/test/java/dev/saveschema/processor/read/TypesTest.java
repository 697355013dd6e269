package dev.saveschema.processor.read;

import static dev.saveschema.processor.Compiled.compile;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypesTest {

    private static Compiled schemaOf(String component) {
        return compile("""
            @SaveSchema(version = 1)
            public record Profile(
                %s) {
              enum Color { RED, GREEN }
              record Settings(@Default("80") int volume) {}
              record Pair<T>(@Default("1") T a, List<T> b) {}
              static class Thing {}
              enum DateKind { A }
              static abstract class Parts implements Iterable<Settings> {}
              @SuppressWarnings("serial") static class Grid extends ArrayList<Color> {}
              @SuppressWarnings("serial") static class Ranks extends HashMap<Color, Settings> {}
              sealed interface Either permits Left {}
              @Subtype("left") record Left() implements Either {}
            }
            """.formatted(component));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Default(\"1\") byte",
                "@Default(\"1\") Byte",
                "@Default(\"1\") short",
                "@Default(\"1\") Short",
                "@Default(\"1\") int",
                "@Default(\"1\") Integer",
                "@Default(\"1\") long",
                "@Default(\"1\") Long",
                "@Default(\"1.5\") float",
                "@Default(\"1.5\") Float",
                "@Default(\"1.5\") double",
                "@Default(\"1.5\") Double",
                "@Default(\"true\") boolean",
                "@Default(\"true\") Boolean",
                "@Default(\"x\") char",
                "@Default(\"x\") Character",
                "@Default(\"\") String",
                "@Default(\"1\") BigInteger",
                "@Default(\"1e400\") BigDecimal",
                "@Default(\"RED\") Color",
                "@Default(\"2026-11-22T00:00:00Z\") Instant",
                "@Default(\"2026-11-22\") LocalDate",
                "@Default(\"PT10M\") Duration",
                "@Default(\"123e4567-e89b-12d3-a456-426614174000\") UUID",
                "@Default(\"19:47\") LocalTime",
                "@Default(\"2026-11-22T19:47:03.5\") LocalDateTime",
                "@Default(\"2026-11-22T19:47:03+01:00\") OffsetDateTime",
                "@Default(\"2026-11-22T19:47:03+01:00[Europe/Berlin]\") ZonedDateTime",
                "@Default(\"Europe/Berlin\") ZoneId",
                "@Default(\"P1Y\") Period",
                "@Default(\"2026\") Year",
                "@Default(\"2026-11\") YearMonth",
                "@Default(\"https://example.org/\") java.net.URI",
                "@Default(\"en-GB\") Locale",
                "Set<ZoneId>",
                "Set<java.net.URI>",
                "@Default(\"[\\\"2026-11\\\"]\") Set<YearMonth>",
                "@Default(\"{}\") JsonNode",
                "Map<Color, JsonNode>",
                "OptionalInt",
                "@Default(\"5\") @Range(min = 1) OptionalLong",
                "@Default(\"0.5\") OptionalDouble",
                "Optional<Integer>",
                "Optional<JsonNode>",
                "Optional<List<Settings>>",
                "List<List<Settings>>",
                "Set<Color>",
                "int[]",
                "@Default(\"[[1, 2], []]\") short[][]",
                "Settings[]",
                "List<int[]>",
                "@Default(\"[[\\\"a\\\"]]\") List<String>[]",
                "Map<String, Integer>[][]",
                "Optional<boolean[]>",
                "SortedSet<Color>",
                "@Default(\"[2, 1]\") SortedSet<Long>",
                "Map<String, SortedSet<Integer>>",
                "SortedSet<ZonedDateTime>",
                "Deque<Settings>",
                "@Default(\"[1, 1]\") Optional<Deque<Integer>>",
                "Set<Deque<Integer>>",
                "@Default(\"[1.5]\") List<Double>",
                "Map<String, Settings>",
                "Map<Integer, Color>",
                "Map<Long, List<String>>",
                "Map<UUID, Map<String, Integer>>",
                "Map<Color, Duration>",
                "@Default(\"{\\\"RED\\\": [1]}\") Map<Color, Set<Long>>",
                "Settings",
                "Pair<Integer>",
                "List<Optional<String>>",
                "@Default(\"[1, null]\") @Each(range = @Range(min = 1)) List<OptionalInt>",
                "Deque<Optional<Settings>>",
                "@Default(\"[null]\") Optional<Integer>[]",
                "@Default(\"{\\\"a\\\": null}\") Map<String, Optional<Color>>",
                "Map<Color, List<Pair<String>>>",
                "@Default(\"left\") Either",
                "Map<Color, List<Either>>"
            })
    void everySupportedTypeIsRead(String type) {
        schemaOf(type + " x").succeeds();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "byte[]|@Default(\"\") String x",
                "Byte[]|@Default(\"\") String x",
                "Set<int[]>|List<int[]> x",
                "Set<List<String[]>>|List<List<String[]>> x",
                "SortedSet<Settings>|Set<Settings> x",
                "SortedSet<ZoneId>|Set<ZoneId> x",
                "NavigableSet<Color>|SortedSet<Color> x",
                "TreeSet<Integer>|SortedSet<Integer> x",
                "TreeSet<Settings>|Set<Settings> x",
                "TreeSet<Thing>|SortedSet<String> x",
                "ArrayDeque<Integer>|Deque<Integer> x",
                "Queue<String>|Deque<String> x",
                "ArrayList<Integer>|List<Integer> x",
                "LinkedList<Thing>|List<String> x",
                "Collection<String>|List<String> x",
                "HashSet<String>|Set<String> x",
                "HashMap<String, Integer>|Map<String, Integer> x",
                "EnumMap<Color, String>|Map<Color, String> x",
                "List|List<String> x",
                "Map|Map<String, String> x",
                "ObjectNode|@Default(\"{}\") tools.jackson.databind.JsonNode x",
                "Date|@Default(\"1970-01-01T00:00:00Z\") Instant x",
                "ZoneOffset|@Default(\"UTC\") ZoneId x",
                "java.net.URL|@Default(\"https://example.org/\") java.net.URI x",
                "java.nio.file.Path|@Default(\"\") String x",
                "java.util.concurrent.atomic.AtomicLong|@Default(\"0\") long x",
                "Object|@Default(\"{}\") tools.jackson.databind.JsonNode x",
                "java.sql.Timestamp|@Default(\"1970-01-01T00:00:00Z\") Instant x",
                "java.sql.Date|@Default(\"1970-01-01\") LocalDate x",
                "java.util.GregorianCalendar|@Default(\"1970-01-01T00:00:00Z\") Instant x",
            })
    void anUnsupportedTypeIsShownASupportedOne(String type, String fix) {
        String shown = type.replaceAll("[a-z.]+\\.([A-Z])", "$1");
        schemaOf(type + " x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type " + shown + ", which cannot be saved")
                .atLineContaining(type + " x")
                .withFixes(fix)
                .andItsFixCompilesInPlaceOf(type + " x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List<? extends Settings>|? extends Settings|List<Settings> x",
                "Map<String, ?>|?|Map<String, String> x",
                "Map<Double, String>|Double|Map<String, String> x",
                "Map<String, byte[]>|byte[]|Map<String, String> x",
                "byte[][]|byte[]|String[] x",
                "Set<Optional<List<Integer>>>|Optional<List<Integer>>|Set<List<Integer>> x",
                "Set<Optional<Integer>>|Optional<Integer>|Set<Integer> x",
                "Set<OptionalInt>|OptionalInt|Set<Integer> x",
                "List<Optional<JsonNode>>|Optional<JsonNode>|List<JsonNode> x",
                "List<Set<OptionalInt>>|OptionalInt|List<Set<Integer>> x",
                "List<Thing>|Thing|List<String> x",
                "Map<String, Object>|Object|Map<String, tools.jackson.databind.JsonNode> x",
                "List<Pair>|Pair|List<Pair<String>> x",
                "Pair<?>|?|Pair<String> x",
                "Pair<? extends Integer>|? extends Integer|Pair<Integer> x",
            })
    void thePartThatCannotBeSavedIsNamed(String type, String part, String fix) {
        Compiled.Failure failure = schemaOf(type + " x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type %s; %s cannot be saved"
                        .formatted(type, part));
        if (part.equals("Thing")) {
            failure.withFixes(fix, "make Thing a record");
        } else {
            failure.withFixes(fix).andItsFixCompilesInPlaceOf(type + " x");
        }
    }

    /** Only what cannot be saved is replaced, all of it, and by what can stand there. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Map<DateKind, Date>|Date|Map<DateKind, Instant> x",
                "Map<Date, Date>|Date|Map<String, Instant> x",
                "Map<DateKind, List<Date>>|Date|Map<DateKind, List<Instant>> x",
                "Set<Optional<Date>>|Optional<Date>|Set<Instant> x",
                "List<Optional<Date>>|Date|List<Optional<Instant>> x",
                "List<java.util.concurrent.atomic.AtomicInteger>|AtomicInteger|List<Integer> x",
                "List<Parts>|Parts|List<List<Settings>> x",
                "Map<String, Grid>|Grid|Map<String, List<Color>> x",
                "List<Ranks>|Ranks|List<Map<Color, Settings>> x",
            })
    void aFixReplacesWholeTypesAndIsNotRefusedAgain(String type, String part, String fix) {
        Compiled.Failure failure = schemaOf(type + " x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type %s; %s cannot be saved"
                        .formatted(type.replaceAll("[a-z.]+\\.([A-Z])", "$1"), part));
        failure.andTheFix(fix, type + " x", fix);
    }

    @Test
    void aCollectionOfTheDevelopersOwnCouldBeARecord() {
        schemaOf("Parts x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type Parts, which cannot be saved")
                .withFact("Nobody can tell how to make one of what it holds")
                .withFixes("List<Settings> x", "make Parts a record");
    }

    @Test
    void anAbstractClassCouldBeASealedInterface() {
        compile("""
            @SaveSchema(version = 1)
            public record Bag(
                List<Item> items) {
              static abstract class Item {}
            }
            """)
                .failsOnly("[SaveSchema/UnsupportedType] component items has type List<Item>; Item cannot be saved")
                .atLineContaining("List<Item> items")
                .withFact("Item is an abstract class, which no record can extend; "
                        + "a sealed interface can stand for several records")
                .withFixes("make Item a sealed interface, and its subclasses records");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public "})
    void anInterfaceMustBeSealed(String modifier) {
        compile("""
            @SaveSchema(version = 1)
            public record Bag(
                List<Item> items) {
              MODIFIERinterface Item {}
              @Subtype("key") public record Key() implements Item {}
            }
            """.replace("MODIFIER", modifier))
                .failsOnly("[SaveSchema/UnsupportedType] component items has type List<Item>; Item cannot be saved")
                .atLineContaining("List<Item> items")
                .withFact("Item is an interface that is not sealed: anything could implement it")
                .withFixes(modifier + "sealed interface Item")
                .andItsFixCompilesInPlaceOf(modifier + "interface Item");
    }

    /** {@code java.} begins the JDK's packages, {@code javagame.} another's. */
    @Test
    void aPackageThatBeginsAsTheJdksIsNotTheJdks() {
        compile("package javagame;\n"
                        + "@dev.saveschema.annotation.SaveSchema(version = 1)\n"
                        + "public record Bag(Thing x) { static class Thing {} }")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type Thing, which cannot be saved")
                .withFixes("@Default(\"\") String x", "make Thing a record");
    }

    @Test
    void bytesBecomeText() {
        schemaOf("byte[] picture")
                .failsOnly("[SaveSchema/UnsupportedType] component picture has type byte[], which cannot be saved")
                .withFact("A save stays readable text; write bytes as Base64: "
                        + "Base64.getEncoder().encodeToString(bytes)");
    }

    @Test
    void aDefaultThatIsThereIsNotOfferedTwice() {
        schemaOf("@Default(\"\") byte[] x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type byte[], which cannot be saved")
                .withFixes("String x")
                .andItsFixCompilesInPlaceOf("byte[] x");
    }

    @Test
    void anOptionalHoldsAValue() {
        schemaOf("Optional<Optional<String>> x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type Optional<Optional<String>>, "
                        + "which cannot be saved")
                .withFixes("Optional<String> x")
                .andItsFixCompilesInPlaceOf("Optional<Optional<String>> x");
        schemaOf("Optional<OptionalInt> x")
                .failsOnly("[SaveSchema/UnsupportedType] component x has type Optional<OptionalInt>, which cannot be"
                        + " saved")
                .withFixes("OptionalInt x")
                .andItsFixCompilesInPlaceOf("Optional<OptionalInt> x");
    }

    @Test
    void aRecordThatContainsItselfIsRefused() {
        compile("@SaveSchema(version = 1)\npublic record Node(\n    Node next) {}")
                .failsOnly("[SaveSchema/UnboundedRecursion] Node contains itself: Node.next → Node")
                .atLineContaining("Node next")
                .withFixes("Optional<Node> next", "List<Node> next")
                .andItsFixCompilesInPlaceOf("Node next");
    }

    @Test
    void aRecordThatContainsItselfThroughAnotherIsRefused() {
        compile("""
            @SaveSchema(version = 1)
            public record House(List<Room> halls, Room hall) {
              record Room(
                  Door door) {}
              record Door(Optional<House> house,
                  Room behind) {}
            }
            """)
                .failsOnly("[SaveSchema/UnboundedRecursion] Room contains itself: Room.door → Door.behind → Room")
                .atLineContaining("Room behind")
                .withFixes("Optional<Room> behind", "List<Room> behind")
                .andItsFixCompilesInPlaceOf("Room behind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Optional<Profile>",
                "List<Profile>",
                "Set<Profile>",
                "Map<Color, Profile>",
                "Optional<List<Profile>>"
            })
    void aRecordMayContainItselfThroughWhatMayBeEmpty(String type) {
        schemaOf(type + " x").succeeds();
    }

    @Test
    void oneRecordInTwoPlacesIsNoRecursion() {
        schemaOf("Settings a, List<Settings> b").succeeds();
    }

    @Test
    void aNestedClassOfTheJdkIsNamedWithTheOneAroundIt() {
        compile("@SaveSchema(version = 1) public record A(EnumMap<Thread.State, String> x) {}")
                .failsOnly(
                        "[SaveSchema/UnsupportedType] component x has type EnumMap<Thread.State, String>, which cannot"
                                + " be saved")
                .withFixes("Map<Thread.State, String> x")
                .andItsFixCompilesInPlaceOf("EnumMap<Thread.State, String> x");
    }
}
