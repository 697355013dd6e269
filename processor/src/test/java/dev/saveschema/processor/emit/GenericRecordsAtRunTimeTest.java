package dev.saveschema.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import org.junit.jupiter.api.Test;

/** A record with type parameters is read and written for each list of arguments that it is used with. */
class GenericRecordsAtRunTimeTest {

    @Test
    void aTypeParameterMayHaveABoundThatNamesItself() {
        Schema<Object> schema = Running.compile("Bounded", """
                @SaveSchema(version = 1)
                public record Bounded(Ranked<Integer> ranked) {
                  public record Ranked<T extends Comparable<T>>(List<T> values, Optional<T> best) {}
                }
                """).schema("Bounded");
        assertThat(schema.defaultValue()).hasToString("Bounded[ranked=Ranked[values=[], best=Optional.empty]]");
        String json = "{\"$version\":1,\"ranked\":{\"values\":[3,1],\"best\":3}}";
        assertThat(Running.write(schema, Running.read(schema, json).value())).isEqualTo(json);
    }

    private static final String SAVE = """
            @SaveSchema(version = 2)
            public record Save(
                Pair<Integer, Settings> pair, List<Range<Instant>> ranges, Map<Color, Pair<String, Pair<Long, Color>>> byColor,
                Tree<Integer> numbers, Tree<String> texts, Box<Integer> box) {
              public enum Color { RED, GREEN }
              public record Settings(@Default("80") int volume) {}
              public record Pair<A, B>(Optional<A> first, @Since(2) Optional<B> second) {}
              public record Range<T extends Comparable<T>>(@Default("2000-01-01T00:00:00Z") T from, Optional<T> to) {
                public Range {
                  if (to.isPresent() && to.get().compareTo(from) < 0) throw new IllegalArgumentException("backwards");
                }
              }
              public record Tree<T>(@Default("1") T value, @RenamedFrom(value = "kids", since = 2) List<Tree<T>> children) {}
              public record Box<T>(@Default(factory = "seven") T value, @Range(max = 9) @Default("1") T limited) {
                static Integer seven() { return 7; }
              }
            }
            """.replace("@Range(", "@dev.saveschema.annotation.Range(");

    private static final Running RUNNING = Running.compile("Save", SAVE);
    private static final Schema<Object> SCHEMA = RUNNING.schema("Save_");

    @Test
    void eachArgumentIsReadAndWrittenAsItsOwnType() {
        String json = """
                {"$version":2,"pair":{"first":5,"second":{"volume":7}},\
                "ranges":[{"from":"2026-11-22T19:47:03Z","to":"2026-11-23T00:00:00Z"}],\
                "byColor":{"RED":{"first":"x","second":{"first":9,"second":"GREEN"}}},\
                "numbers":{"value":1,"children":[{"value":2,"children":[]}]},\
                "texts":{"value":"a","children":[{"value":"b","children":[]}]},\
                "box":{"value":3,"limited":4}}""";
        Document<Object> document = Running.read(SCHEMA, json);
        assertThat(document.repairs()).isEmpty();
        assertThat(Running.write(SCHEMA, document.value())).isEqualTo(json);
    }

    @Test
    void eachArgumentHasItsOwnRepairs() {
        Document<Object> document = Running.read(SCHEMA, """
                {"$version": 2, "pair": {"first": "5", "second": {"volume": "x"}},
                 "ranges": [{"from": 5}, {"from": "2026-11-22T19:47:03Z", "to": "2000-01-01T00:00:00Z"}], "byColor": {},
                 "numbers": {"value": "a", "children": []}, "texts": {"value": 1, "children": [{"children": []}]},
                 "box": {"value": "x", "limited": 10}}""");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "pair.first: \"5\" is not a whole number; used null",
                        "pair.second.volume: \"x\" is not a whole number; used 80",
                        "ranges[0].from: 5 is not an instant such as 2026-11-22T19:47:03Z; used 2000-01-01T00:00:00Z",
                        "ranges[1]: refused: backwards; dropped",
                        "numbers.value: \"a\" is not a whole number; used 1",
                        "texts.value: 1 is not text; used \"1\"",
                        "texts.children[0].value: missing; used \"1\"",
                        "box.value: \"x\" is not a whole number; used seven()",
                        "box.limited: 10 is more than 9; used 1");
        assertThat(document.value().toString())
                .contains("numbers=Tree[value=1, children=[]]", "box=Box[value=7, limited=1]");
    }

    @Test
    void whatAVersionChangedIsChangedForEachArgument() {
        Document<Object> document = Running.read(SCHEMA, """
                {"pair": {"first": 1}, "ranges": [], "byColor": {"RED": {"first": "x"}},
                 "numbers": {"value": 1, "kids": [{"value": 2, "kids": []}]},
                 "texts": {"value": "a", "kids": [{"value": "b", "kids": []}]}, "box": {"value": 1, "limited": 1}}""");
        assertThat(document.repairs()).isEmpty();
        assertThat(document.value().toString())
                .contains("numbers=Tree[value=1, children=[Tree[value=2, children=[]]]]")
                .contains("texts=Tree[value=a, children=[Tree[value=b, children=[]]]]");
    }

    @Test
    void theMethodsSayWhatTheyAreFor() {
        assertThat(RUNNING.source("Save_Schema"))
                .contains("Save.Pair<Integer, Save.Settings> readPairOfIntegerAndSettings(")
                .contains("readRangeOfInstant(", "readPairOfStringAndPairOfLongAndColor(", "writeTreeOfString(")
                .contains("return new Save.Tree<>(value, children);");
    }
}
