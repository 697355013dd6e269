package dev.saveschema.processor.history.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import org.junit.jupiter.api.Test;

/** Classes may be renamed and reordered at any time: what they stand for in old files is known by where it is. */
class LineageTest extends ReleasedVersions {

    private Document<Object> read(String source, String json) {
        Schema<Object> schema = releases.run("Game", source).schema("Game");
        Document<Object> document = Running.read(schema, json);
        assertThat(document.repairs()).isEmpty();
        return document;
    }

    @Test
    void aFactoryIsFoundAlthoughItsRecordAndItsComponentHaveOtherNames() {
        String made = "static int made() { return 5; }";
        releases.lock(game(1, "Part part", "record Part(@Default(\"1\") int a) {}"));
        releases.lock(game(
                2,
                "Part part",
                "record Part(@Default(\"1\") int a, @Default(factory = \"made\") int b) { " + made + " }"));
        String third = game(
                3,
                "Piece part",
                "record Piece(@Default(\"1\") int a, @RenamedFrom(value = \"b\", since = 3) @Default(factory = \"made\") int c) { "
                        + made + " }");
        releases.lock(third);
        String cleaned =
                third.replace("@RenamedFrom(value = \"b\", since = 3) ", "").replace("Piece", "Bit");
        assertThat(read(cleaned, "{\"$version\": 1, \"part\": {\"a\": 2}}").value())
                .hasToString("Game[part=Bit[a=2, c=5]]");
    }

    @Test
    void changesBehindAnAliasAreMadeAlthoughTheRecordHasAnotherName() {
        String types = "record %s(@Alias(\"m\") @Default(\"A\") Mode mode) {}\nenum Mode { A, %s }";
        releases.lock(game(1, "Part part", types.formatted("Part", "B")));
        releases.lock(game(2, "Part part", types.formatted("Part", "@RenamedFrom(value = \"B\", since = 2) C")));
        assertThat(read(
                                game(2, "Piece part", types.formatted("Piece", "C")),
                                "{\"$version\": 1, \"part\": {\"m\": \"B\"}}")
                        .value())
                .hasToString("Game[part=Piece[mode=C]]");
    }

    @Test
    void twoClassesOfOneNameAreToldApart() {
        String types = """
                static class A { enum Mode { X, %s } record Box(@Default(factory = "made") int n) { static int made() { return 1; } } }
                static class B { enum Mode { X, Z } record Box(@Default(factory = "made") int n) { static int made() { return 2; } } }
                """;
        releases.lock(game(1, "@Default(\"X\") A.Mode a, @Default(\"X\") B.Mode b", types.formatted("Y")));
        String second = game(
                2,
                "B.Box bb, A.Box ab, @Default(\"X\") B.Mode b, @Default(\"X\") A.Mode a",
                types.formatted("@RenamedFrom(value = \"Y\", since = 2) W"));
        releases.lock(second);
        String reordered = game(
                2,
                "A.Box ab, B.Box bb, @Default(\"X\") A.Mode a, @Default(\"X\") B.Mode b",
                types.formatted("@RenamedFrom(value = \"Y\", since = 2) W"));
        for (String source : new String[] {second, reordered}) {
            assertThat(read(source, "{\"$version\": 1, \"a\": \"Y\", \"b\": \"Z\"}")
                            .value()
                            .toString())
                    .contains("ab=Box[n=1]", "bb=Box[n=2]", "a=W", "b=Z");
        }
    }

    @Test
    void withoutAHistoryTheyAreToldApartToo() {
        String source = game(
                3,
                "@Since(3) @Default(\"X\") A.Mode a, @Default(\"X\") B.Mode b",
                "static class A { enum Mode { X } }\n"
                        + "static class B { enum Mode { X, @RenamedFrom(value = \"Y\", since = 2) Z } }");
        Schema<Object> schema = Running.compile("Game", source).schema("Game");
        Document<Object> document = Running.read(schema, "{\"b\": \"Y\"}");
        assertThat(document.value()).hasToString("Game[a=X, b=Z]");
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void aConversionMayHaveAnotherNameAndItsComponentToo() {
        releases.lock(game(1, "@Default(\"0\") int minutes", ""));
        String convert =
                "@Migration(from = 1, to = 2, component = \"%s\") static Duration %s(int old) { return Duration.ofMinutes(old); }";
        releases.lock(game(
                2,
                "@RenamedFrom(value = \"minutes\", since = 2) @Default(\"PT0S\") Duration time",
                convert.formatted("time", "minutesToTime")));
        assertThat(read(
                                game(2, "@Default(\"PT0S\") Duration time", convert.formatted("time", "renamed")),
                                "{\"$version\": 1, \"minutes\": 5}")
                        .value())
                .hasToString("Game[time=PT5M]");
    }

    @Test
    void mergedEnumsMayLoseWhatOneOfThemHad() {
        releases.lock(
                game(1, "@Default(\"X\") Mode a, @Default(\"X\") Other b", "enum Mode { X, Y }\nenum Other { X, Z }"));
        assertThat(read(
                                game(
                                        2,
                                        "@Default(\"X\") Mode a, @Default(\"X\") Mode b",
                                        "@Removed(name = \"Z\", since = 2) enum Mode { X, Y }"),
                                "{\"$version\": 1, \"a\": \"Y\", \"b\": \"Z\"}")
                        .value())
                .hasToString("Game[a=Y, b=X]");
    }

    @Test
    void aNameThatIsFreeMayBeTakenInTheSameVersion() {
        releases.lock(game(1, "@Default(\"0\") int a", ""));
        String second = game(
                2, "@RenamedFrom(value = \"a\", since = 2) @Default(\"0\") int b, @Since(2) @Default(\"7\") int a", "");
        assertThat(read(second, "{\"$version\": 1, \"a\": 3}").value()).hasToString("Game[b=3, a=7]");
        releases.lock(second).compile(second).succeeds();
    }

    @Test
    void aRemovedNameOfAPartStaysReserved() {
        releases.lock(game(1, "Part part", "record Part(@Default(\"1\") int lives, @Default(\"1\") int a) {}"));
        releases.lock(
                game(2, "Part part", "@Removed(name = \"lives\", since = 2) record Part(@Default(\"1\") int a) {}"));
        releases.compile(game(3, "Piece part", "record Piece(@Default(\"1\") int a, @Default(\"x\") String lives) {}"))
                .failsOnly("[SaveSchema/ReusedName] \"lives\" was int until version 2 removed it, and is String now")
                .atLineContaining("String lives");
    }

    @Test
    void aClassThatIsDividedInALockedVersionIsTold() {
        String point = "record Point(@Default(\"1\") int x) {}\n";
        releases.lock(game(1, "Point a, Point b", point));
        releases.compile(game(1, "Point a, Spot b", point + point.replace("Point", "Spot")))
                .failsOnly("[SaveSchema/VersionNotBumped] Game is not what its locked version 1 was")
                .withFact("the same members everywhere, but records are divided or put together otherwise");
    }

    @Test
    void aProblemOfAGenericRecordIsToldOnce() {
        String types = "record Pair<A>(Optional<A> first, @Default(\"1\") int n) {}";
        releases.lock(game(1, "Pair<String> a, Pair<Integer> b", types));
        releases.compile(game(2, "Pair<String> a, Pair<Integer> b", "record Pair<A>(Optional<A> first) {}"))
                .failsOnly("[SaveSchema/UndeclaredRemoval] version 1 had n of Pair (int), "
                        + "and version 2 does not say what became of it");
    }

    @Test
    void aClassThatIsDividedLaterStandsForWhatItWas() {
        String id = "@Default(factory = \"newId\") int id) { static int newId() { return 9; } }";
        releases.lock(game(1, "Point a, Point b", "record Point(@Default(\"1\") int x) {}"));
        releases.lock(game(2, "Point a, Point b", "record Point(@Default(\"1\") int x, " + id));
        String third = game(
                3,
                "Point a, Spot b",
                "record Point(@Default(\"1\") int x, " + id + "\nrecord Spot(@Default(\"1\") int x, " + id);
        assertThat(read(third, "{\"$version\": 1, \"a\": {\"x\": 2}, \"b\": {\"x\": 3}}")
                        .value())
                .hasToString("Game[a=Point[x=2, id=9], b=Spot[x=3, id=9]]");
    }
}
