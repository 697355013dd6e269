package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.Test;

/** The declared changes of a version happen to every old file, wherever in it the record stands. */
class DeclaredChangesTest {

    @Test
    void nestedRecordsChangeInListsMapsOptionalsAndListsOfLists() {
        Schema<Object> schema = Running.compile("World", """
                @SaveSchema(version = 3)
                public record World(
                    Item one, List<Item> list, Map<String, Item> map, Optional<Item> maybe, List<List<Item>> lists,
                    Map<Integer, Map<String, List<Item>>> deep, Box box) {
                  public record Item(
                      @RenamedFrom(value = "n", since = 2) @RenamedFrom(value = "nm", since = 3) @Default("?") String name,
                      @Since(2) @Default("1") int count,
                      @Since(3) @Default("[1]") List<Integer> marks) {}
                  public record Box(List<Item> items) {}
                }
                """).schema("World");
        String item = "{\"n\": \"a\"}";
        Document<Object> document = Running.read(schema, """
                {"one": I, "list": [I, 5], "map": {"k/~": I}, "maybe": I, "lists": [[I], [], 5],
                 "deep": {"1": {"x": [I]}}, "box": {"items": [I]}}""".replace("I", item).replace(item + "tem", "Item"));
        String changed = "Item[name=a, count=1, marks=[1]]";
        assertThat(document.value())
                .hasToString(("World[one=I, list=[I], map={k/~=I}, maybe=Optional[I], lists=[[I], []], "
                                + "deep={1={x=[I]}}, box=Box[items=[I]]]")
                        .replace("I", changed)
                        .replace(changed + "tem", "Item"));
        assertThat(Running.repairs(document))
                .containsExactly("list[1]: 5 is not an object; dropped", "lists[2]: 5 is not an array; dropped");
        assertThat(document.steps().get(0).changes()).contains("renamed map.k/~.n to map.k/~.nm");
    }

    @Test
    void recordsOfTheSameNameChangeEachInItsOwnWay() {
        Schema<Object> schema = Running.compile("Twins", """
                @SaveSchema(version = 2)
                public record Twins(A.Part first, B.Part second) {
                  public record A(Part part) { public record Part(@Since(2) @Default("1") int a) {} }
                  public record B(Part part) { public record Part(@RenamedFrom(value = "x", since = 2) @Default("2") int b) {} }
                }
                """).schema("Twins");
        Document<Object> document = Running.read(schema, "{\"first\": {}, \"second\": {\"x\": 7}}");
        assertThat(document.value()).hasToString("Twins[first=Part[a=1], second=Part[b=7]]");
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void whereBothNamesStandTheOldVersionsOwnCountsAndTheOtherIsMentioned() {
        Schema<Object> schema = Running.compile("Renamed", """
                @SaveSchema(version = 2)
                public record Renamed(@RenamedFrom(value = "old", since = 2) @Default("0") int now) {}
                """).schema("Renamed");
        Document<Object> document = Running.read(schema, "{\"old\": 1, \"now\": 2}");
        assertThat(document.value()).hasToString("Renamed[now=1]");
        assertThat(document.steps().get(0).changes())
                .containsExactly("renamed old to now, instead of 2 that was there");
    }

    @Test
    void whatWasThereBeforeItsTimeIsKept() {
        Schema<Object> schema = Running.compile("Early", """
                @SaveSchema(version = 2)
                public record Early(@Since(2) @Default("1") int added, @Since(2) Map<String, Long> map,
                    @Since(2) Optional<Integer> maybe, @Since(2) @Default("4") Integer boxed, @Since(2) @Default("x") char letter,
                    @Since(2) @Default("1.5") Float part, @Since(2) @Default(factory = "five") byte made,
                    @Since(2) @Default("2") Optional<Integer> two) {
                  static byte five() { return 5; }
                }
                """).schema("Early");
        assertThat(Running.read(schema, "{\"added\": 9}").value())
                .hasToString("Early[added=9, map={}, maybe=Optional.empty, boxed=4, letter=x, part=1.5, made=5, "
                        + "two=Optional[2]]");
        assertThat(Running.read(schema, "{\"added\": \"x\"}").repairs()).hasSize(1);
    }

    @Test
    void namesThatAreAwkwardInJavaAreMigratedToo() {
        Schema<Object> schema = Running.compile("Awkward", """
                @SaveSchema(version = 2)
                @Removed(name = "a\\"\\\\ $L", since = 2)
                public record Awkward(@Name("n\\"$T") @RenamedFrom(value = "\\n/~", since = 2) @Default("0") int now,
                    @Since(2) @Name("\\t") @Default("\\"") String text) {}
                """).schema("Awkward");
        Document<Object> document = Running.read(schema, "{\"\\n/~\": 3, \"a\\\"\\\\ $L\": 1}");
        assertThat(document.value()).hasToString("Awkward[now=3, text=\"]");
        assertThat(document.repairs()).isEmpty();
    }

    @Test
    void aMemberOfAPartIsRemovedWhereverThePartIs() {
        Schema<Object> schema = Running.compile("Parts", """
                @SaveSchema(version = 2)
                public record Parts(List<Part> parts) {
                  @Removed(name = "old", since = 2)
                  public record Part(@Default("1") int a) {}
                }
                """).schema("Parts");
        Document<Object> document = Running.read(schema, "{\"parts\": [{\"a\": 5, \"old\": 1}, {\"a\": 6}]}");
        assertThat(document.value()).hasToString("Parts[parts=[Part[a=5], Part[a=6]]]");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.steps().get(0).changes()).containsExactly("removed parts[0].old");
    }

    @Test
    void aMemberIsMovedIntoAPart() {
        Schema<Object> schema = Running.compile("Moved", """
                @SaveSchema(version = 2)
                public record Moved(@Since(2) Settings settings, Optional<Sound> sound) {
                  public record Settings(
                      @MovedFrom(value = "/volume", since = 2) @Default("80") int volume, @Default("false") boolean muted) {}
                  public record Sound(@MovedFrom(value = "/a~1b/c", since = 2) @Default("x") String voice) {}
                }
                """).schema("Moved");
        Document<Object> document = Running.read(schema, "{\"volume\": 7, \"a/b\": {\"c\": \"deep\"}, \"sound\": {}}");
        assertThat(document.value())
                .hasToString("Moved[settings=Settings[volume=7, muted=false], sound=Optional[Sound[voice=deep]]]");
        assertThat(document.repairs()).extracting(repair -> repair.pointer()).containsExactly("/a~1b");
        assertThat(document.steps().get(0).changes())
                .contains("moved volume to settings.volume", "moved a/b.c to sound.voice");
        Document<Object> without = Running.read(schema, "{}");
        assertThat(without.value())
                .hasToString("Moved[settings=Settings[volume=80, muted=false], sound=Optional.empty]");
        assertThat(without.repairs()).isEmpty();
    }
}
