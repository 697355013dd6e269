package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.Test;

/** A constant's or a subtype's new name stands wherever an old file has the old one. */
class RenamedConstantsTest {

    @Test
    void aConstantIsRenamedAsAValueAnElementAKeyAndInWhateverHoldsIt() {
        Schema<Object> schema = Running.compile("Game", """
                @SaveSchema(version = 3)
                public record Game(
                    @Default("EASY") Mode difficulty, List<Mode> list, Set<Mode> set, Map<String, Mode> values,
                    Map<Mode, Map<Mode, List<Mode>>> deep, Optional<Mode> maybe, Map<Mode, Level> levels,
                    @Alias("other") @Default("EASY") Mode aliased, List<Level> inner) {
                  public enum Mode { EASY, @RenamedFrom(value = "HARD_MODE", since = 2) HARD,
                    @RenamedFrom(value = "m", since = 2) @RenamedFrom(value = "MIDDLE", since = 3) @Name("mid") MID }
                  public record Level(@Default("EASY") Mode mode) {}
                }
                """).schema("Game");
        Document<Object> document = Running.read(schema, """
                {"difficulty": "HARD_MODE", "list": ["EASY", "HARD_MODE", 5, "m"], "set": ["HARD_MODE"],
                 "values": {"a/~": "HARD_MODE", "HARD_MODE": "m"}, "deep": {"HARD_MODE": {"m": ["HARD_MODE"]}, "x": 5},
                 "maybe": "m", "levels": {"EASY": {"mode": "HARD_MODE"}, "HARD_MODE": {"mode": "m"}},
                 "other": "m", "inner": [{"mode": "HARD_MODE"}]}""");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "list[2]: 5 is not one of EASY, HARD, mid; dropped",
                        "deep.x: the key \"x\" is not one of EASY, HARD, mid; dropped");
        assertThat(document.value())
                .hasToString(
                        "Game[difficulty=HARD, list=[EASY, HARD, MID], set=[HARD], values={a/~=HARD, HARD_MODE=MID}, "
                                + "deep={HARD={MID=[HARD]}}, maybe=Optional[MID], levels={EASY=Level[mode=HARD], "
                                + "HARD=Level[mode=MID]}, aliased=MID, inner=[Level[mode=HARD]]]");
        assertThat(document.steps().get(0).changes())
                .contains(
                        "renamed HARD_MODE to HARD in difficulty",
                        "renamed HARD_MODE to HARD in list[1]",
                        "renamed m to MIDDLE in list[3]",
                        "renamed HARD_MODE to HARD in values.a/~",
                        "renamed HARD_MODE to HARD in deep.HARD_MODE",
                        "renamed m to MIDDLE in other",
                        "renamed HARD_MODE to HARD in inner[0].mode");
        assertThat(document.steps().get(1).changes()).contains("renamed MIDDLE to mid in maybe");
    }

    @Test
    void twoMayTakeEachOthersName() {
        Schema<Object> schema = Running.compile("Turned", """
                @SaveSchema(version = 2)
                public record Turned(
                    @RenamedFrom(value = "b", since = 2) @Default("0") int a, @RenamedFrom(value = "a", since = 2) @Default("0") int b,
                    @RenamedFrom(value = "b2", since = 2) @Default("0") int c2, @RenamedFrom(value = "a2", since = 2) @Default("0") int b2,
                    List<Side> sides, Map<Side, Integer> map, List<Coin> coins) {
                  public enum Side { @RenamedFrom(value = "RIGHT", since = 2) LEFT, @RenamedFrom(value = "LEFT", since = 2) RIGHT }
                  public sealed interface Coin permits Head, Tail {}
                  @Subtype("head") @RenamedFrom(value = "tail", since = 2) public record Head() implements Coin {}
                  @Subtype("tail") @RenamedFrom(value = "head", since = 2) public record Tail() implements Coin {}
                }
                """).schema("Turned");
        Document<Object> document = Running.read(schema, """
                {"a": 1, "b": 2, "a2": 3, "b2": 4, "sides": ["LEFT", "RIGHT"], "map": {"LEFT": 1, "RIGHT": 2},
                 "coins": [{"type": "head"}, {"type": "tail"}]}""");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value())
                .hasToString("Turned[a=2, b=1, c2=4, b2=3, sides=[RIGHT, LEFT], map={RIGHT=1, LEFT=2}, "
                        + "coins=[Tail[], Head[]]]");
    }

    @Test
    void subtypesAndWhatIsInThemChangeAtEveryDepth() {
        Schema<Object> schema = Running.compile("Sum", """
                @SaveSchema(version = 3)
                public record Sum(@Default("number") Term term, Map<String, Term> named, @Since(3) @Default("add") Term more) {
                  @Discriminator("op")
                  public sealed interface Term permits Number, Add, Unit {}
                  @Subtype("number") @Alias("num") @RenamedFrom(value = "n", since = 2) public record Number(
                      @RenamedFrom(value = "v", since = 3) @Default("0") int value, @Since(3) @Default("ONE") Kind kind)
                      implements Term {}
                  @Subtype("add") public record Add(List<Term> terms) implements Term {}
                  @Subtype("unit") public record Unit() implements Term {}
                  public enum Kind { ONE, TWO }
                }
                """).schema("Sum");
        Document<Object> document = Running.read(schema, """
                {"term": {"terms": [{"op": "n", "v": 1}, {"v": 2, "op": "n"}, {"op": "add", "terms": [{"op": "n", "v": 3}]},
                  {"op": "unit"}, {"op": "num", "v": 4}, {"v": 5}], "op": "add"}, "named": {"a": {"op": "n", "v": 6}}}""");
        assertThat(Running.repairs(document))
                .containsExactly("term.terms[5]: has no \"op\" that says which of number, add, unit it is; dropped");
        assertThat(document.value())
                .hasToString("Sum[term=Add[terms=[Number[value=1, kind=ONE], Number[value=2, kind=ONE], "
                        + "Add[terms=[Number[value=3, kind=ONE]]], Unit[], Number[value=4, kind=ONE]]], "
                        + "named={a=Number[value=6, kind=ONE]}, more=Add[terms=[]]]");
        assertThat(document.steps().get(0).changes())
                .contains(
                        "renamed n to number in term.terms[0].op", "renamed n to number in term.terms[2].terms[0].op");
        assertThat(document.steps().get(1).changes())
                .contains(
                        "renamed named.a.v to named.a.value",
                        "added named.a.kind = \"ONE\"",
                        "added more = {\"op\":\"add\",\"terms\":[]}");
    }
}
