package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.Trees;
import dev.saveschema.migration.Authorship.Author;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A fault in {@code {"a": 1, "b": {"x": 2}, "list": [3, {"y": 4}]}} is ascribed to the step that caused it, or to the file. */
class AuthorshipTest {

    private static final String DOCUMENT = "{\"a\":1,\"b\":{\"x\":2},\"list\":[3,{\"y\":4}]}";
    private static final Author STEP = new Author("step", 1);

    private final Authorship authorship = new Authorship(20);

    /** @param isLazy whether the nodes are made when somebody asks for them */
    private static ObjectNode document(boolean isLazy) {
        return isLazy
                ? Trees.lazilyWritten(out -> out.write(JsonValue.of(DOCUMENT)), LoadLimits.defaults())
                : (ObjectNode) JsonValue.of(DOCUMENT);
    }

    private void run(ObjectNode document, Consumer<ObjectNode> step) {
        run(document, STEP, step);
    }

    private void run(ObjectNode document, Author author, Consumer<ObjectNode> step) {
        Authorship.Before before = new Authorship.Before(document);
        step.accept(document);
        authorship.changed(document, before, author);
    }

    private Repair blamed(ObjectNode document, String pointer, Reason reason) {
        return authorship
                .blame(document, () -> 2)
                .apply(new Repair(pointer, reason, "5 is not text", Optional.empty(), "used the default"));
    }

    private boolean isOfStep(ObjectNode document, String pointer) {
        return blamed(document, pointer, Reason.WRONG_TYPE).reason() == Reason.MIGRATION_FAILED;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aValueIsTheStepsThatPutItThereAndItsNeighboursAreTheFiles(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> ((ObjectNode) tree.get("b")).put("x", 9));
        assertThat(isOfStep(document, "/b/x")).isTrue();
        assertThat(isOfStep(document, "/b")).isFalse();
        assertThat(isOfStep(document, "/a")).isFalse();
        assertThat(isOfStep(document, "/list/1/y")).isFalse();
        assertThat(blamed(document, "/b/x", Reason.WRONG_TYPE).problem())
                .isEqualTo("step step from version 1 to 2 left what version 2 cannot have: 5 is not text");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMissingMemberIsTheStepsThatTookItAway(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> tree.remove("a"));
        assertThat(blamed(document, "/a", Reason.MISSING).problem())
                .isEqualTo("step step from version 1 to 2 left it out, and version 2 needs it");
        assertThat(blamed(document, "/never", Reason.MISSING).reason()).isEqualTo(Reason.MISSING);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aNewObjectIsTheStepsWithAllThatIsInIt(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> tree.set("new", JsonValue.of("{\"p\":{\"q\":[1]}}")));
        assertThat(isOfStep(document, "/new")).isTrue();
        assertThat(isOfStep(document, "/new/p/q/0")).isTrue();
        assertThat(isOfStep(document, "/new/missing")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anObjectThatAStepOnlyMovesStaysTheFiles(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> {
            tree.set("c", tree.remove("b"));
            ((ObjectNode) tree.get("c")).set("inner", tree.get("list").get(1));
        });
        assertThat(isOfStep(document, "/c/x")).isFalse();
        assertThat(isOfStep(document, "/c/inner/y")).isFalse();
        assertThat(isOfStep(document, "/b")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anElementIsTheStepsUnlessItOnlyHasAnotherPlaceInItsArray(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> {
            ArrayNode list = (ArrayNode) tree.get("list");
            JsonNode three = list.remove(0);
            list.add("new").add(three);
        });
        assertThat(document.get("list")).hasToString("[{\"y\":4},\"new\",3]");
        assertThat(isOfStep(document, "/list/0/y")).isFalse();
        assertThat(isOfStep(document, "/list/1")).isTrue();
        assertThat(isOfStep(document, "/list/2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRenamedMemberKeepsItsAuthor(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> tree.put("a", 9));
        document.set("z", document.remove("a"));
        authorship.renamed(document, "a", document, "z");
        assertThat(isOfStep(document, "/z")).isTrue();
        document.put("a", 1);
        assertThat(isOfStep(document, "/a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onlyTheStepOfTheVersionThatIsAskedForHasChangedAMember(boolean isLazy) {
        ObjectNode document = document(isLazy);
        run(document, tree -> ((ObjectNode) tree.get("list").get(1)).put("y", 9));
        run(document, new Author("later", 2), tree -> tree.put("a", 9));
        assertThat(authorship.hasChanged(document, "list", 1)).isTrue();
        assertThat(authorship.hasChanged(document, "list", 2)).isFalse();
        assertThat(authorship.hasChanged(document, "a", 1)).isFalse();
        assertThat(authorship.hasChanged(document, "a", 2)).isTrue();
        assertThat(authorship.hasChanged(document, "b", 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAnObjectThatIsReplacedOnlyWhatIsAnotherValueIsTheSteps(boolean isLazy) {
        ObjectNode old = document(isLazy);
        ObjectNode made = (ObjectNode) JsonValue.of("{\"a\":1,\"b\":{\"x\":2,\"z\":7},\"list\":[3]}");
        authorship.replaced(old, made, STEP);
        assertThat(isOfStep(made, "/a")).isFalse();
        assertThat(isOfStep(made, "/b/x")).isFalse();
        assertThat(isOfStep(made, "/b/z")).isTrue();
        assertThat(isOfStep(made, "/list/0")).isTrue();
    }

    @Test
    void aFailureThatIsReportedAlreadyIsNotReportedOnceMore() {
        ObjectNode document = document(false);
        run(document, tree -> tree.put("a", 9));
        assertThat(blamed(document, "/a", Reason.MIGRATION_FAILED).problem()).isEqualTo("5 is not text");
    }

    @Test
    void anObjectThatAStepPutIntoItselfIsGoneThroughOnce() {
        ObjectNode document = document(false);
        Authorship deep = new Authorship(60);
        Authorship.Before before = new Authorship.Before(document);
        ObjectNode loop = document.putObject("loop");
        loop.set("one", loop);
        loop.set("two", loop);
        deep.changed(document, before, STEP);
        assertThat(deep.hasChanged(document, "loop", 1)).isTrue();
    }
}
