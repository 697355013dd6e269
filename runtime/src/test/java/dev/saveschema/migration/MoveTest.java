package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.JsonValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class MoveTest {

    private final ChangeLog changes = new ChangeLog();
    private final Authorship authorship = new Authorship(100);

    private String moved(String json, String from, String to, String around) {
        ObjectNode object = (ObjectNode) JsonValue.of(json);
        Move move = Move.begun(object, from, to, around);
        if (move != null) {
            move.finish(changes, authorship);
        }
        return object.toString();
    }

    @Test
    void aValueIsTakenOutAtOnceAndPutInLater() {
        ObjectNode object = (ObjectNode) JsonValue.of("{\"a\":{\"b\":1},\"c\":2}");
        Move move = Move.begun(object, "/a/b", "/d", "");
        assertThat(object).hasToString("{\"a\":{},\"c\":2}");
        object.remove("a");
        move.finish(changes, authorship);
        assertThat(object).hasToString("{\"c\":2,\"d\":1}");
        assertThat(changes.toList()).containsExactly("moved a.b to d");
    }

    @Test
    void whatIsNotThereIsNotMoved() {
        assertThat(moved("{\"a\":[1],\"c\":2}", "/b", "/d", "")).isEqualTo("{\"a\":[1],\"c\":2}");
        assertThat(moved("{\"a\":[1],\"c\":2}", "/a/0", "/d", "")).isEqualTo("{\"a\":[1],\"c\":2}");
        assertThat(changes.toList()).isEmpty();
    }

    @Test
    void anObjectThatIsAbsentIsMadeAndOneThatIsThereIsKept() {
        assertThat(moved("{\"b\":1}", "/b", "/a/b", "")).isEqualTo("{\"a\":{\"b\":1}}");
        assertThat(moved("{\"b\":1}", "/b", "/a/b", "{\"k\":7,\"b\":0}")).isEqualTo("{\"a\":{\"k\":7,\"b\":1}}");
        assertThat(moved("{\"b\":1,\"a\":{\"k\":8}}", "/b", "/a/b", "{\"k\":7}"))
                .isEqualTo("{\"a\":{\"k\":8,\"b\":1}}");
    }

    @Test
    void whatIsNoObjectGivesWayToOneAndIsReportedUnlessItIsNull() {
        assertThat(moved("{\"b\":1,\"a\":null}", "/b", "/a/b", "")).isEqualTo("{\"a\":{\"b\":1}}");
        assertThat(changes.toList()).containsExactly("moved b to a.b");
        assertThat(moved("{\"b\":1,\"a\":[5]}", "/b", "/a/b", "")).isEqualTo("{\"a\":{\"b\":1}}");
        assertThat(changes.toList()).contains("removed a, which was [5]");
    }

    @Test
    void aNullDoesNotReplaceTheDefaultThatIsThereByNow() {
        assertThat(moved("{\"b\":null,\"a\":{\"b\":7}}", "/b", "/a/b", "")).isEqualTo("{\"a\":{\"b\":7}}");
        assertThat(moved("{\"b\":2,\"a\":{\"b\":7}}", "/b", "/a/b", "")).isEqualTo("{\"a\":{\"b\":2}}");
        assertThat(moved("{\"b\":null}", "/b", "/a/b", "")).isEqualTo("{\"a\":{\"b\":null}}");
    }

    @Test
    void aValueThatNoObjectCanBeMadeForIsReportedAsRemoved() {
        assertThat(moved("{\"b\":1}", "/b", "/x/y/b", "")).isEqualTo("{}");
        assertThat(changes.toList()).containsExactly("removed b, since there is no x.y to move it to");
    }

    @Test
    void aMovedValueKeepsItsAuthor() {
        ObjectNode object = (ObjectNode) JsonValue.of("{\"b\":1}");
        authorship.wrote(object, "b", new Authorship.Author("step", 1));
        Move.begun(object, "/b", "/a/b", "").finish(changes, authorship);
        Repair repair = new Repair("/a/b", Reason.WRONG_TYPE, "1 is not text", Optional.empty(), "used \"\"");
        assertThat(authorship.blame(object, () -> 2).apply(repair).reason()).isEqualTo(Reason.MIGRATION_FAILED);
    }
}
