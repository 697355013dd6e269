package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.Trees;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Every change is made to a tree as it is and to one that is made as far as somebody asks for it, with the same result and report. */
class MigrationStepTest {

    private static final LoadLimits LIMITS = LoadLimits.defaults();

    private record Result(String document, List<String> changes, List<String> repairs) {}

    private static ObjectNode lazy(String json) {
        ObjectNode lazy = Trees.lazilyWritten(out -> out.write(JsonValue.of(json)), LIMITS);
        assertThat(lazy.getClass()).isNotEqualTo(ObjectNode.class);
        return lazy;
    }

    private static Result migrated(String json, Consumer<MigrationStep> step) {
        Result whole = migrated((ObjectNode) JsonValue.of(json), step);
        assertThat(migrated(lazy(json), step)).isEqualTo(whole);
        return whole;
    }

    private static Result migrated(ObjectNode document, Consumer<MigrationStep> step) {
        RepairLog log = new RepairLog();
        Migration migration = new Migration(document, 1, LIMITS, log);
        migration.step(1, step);
        assertThat(migration.version()).isEqualTo(2);
        List<String> changes = migration.steps().stream()
                .map(MigratedStep::changes)
                .findFirst()
                .orElseThrow();
        return new Result(
                document.toString(),
                changes,
                log.toList().stream().map(Repair::toString).toList());
    }

    private static void assertChange(String before, Consumer<MigrationStep> step, String after, String... changes) {
        Result result = migrated(before, step);
        assertThat(result.document()).isEqualTo(after);
        assertThat(result.changes()).containsExactly(changes);
        assertThat(result.repairs()).isEmpty();
    }

    @Test
    void aMemberIsRenamedAndKeepsItsValue() {
        assertChange(
                "{\"a\":1.5,\"b\":[1,{\"c\":2}]}",
                step -> {
                    step.renamed("a", "x");
                    step.renamed("b", "y");
                    step.renamed("absent", "z");
                },
                "{\"x\":1.5,\"y\":[1,{\"c\":2}]}",
                "renamed a to x",
                "renamed b to y");
    }

    @Test
    void whatOnlyHappenedToHaveTheNameGivesWay() {
        assertChange(
                "{\"a\":1,\"x\":2}",
                step -> step.renamed("a", "x"),
                "{\"x\":1}",
                "renamed a to x, instead of 2 that was there");
    }

    @Test
    void namesAreExchangedAtOnce() {
        Map<String, String> exchange = new LinkedHashMap<>();
        exchange.put("a", "b");
        exchange.put("b", "a");
        assertChange(
                "{\"a\":1,\"b\":2}",
                step -> step.renamed(exchange),
                "{\"b\":1,\"a\":2}",
                "renamed a to b",
                "renamed b to a");
    }

    @Test
    void membersOfObjectsInAnArrayAreRenamedEach() {
        String items = IntStream.range(0, 3)
                .mapToObj("{\"number\":%d,\"x\":\"é\"}"::formatted)
                .collect(Collectors.joining(","));
        assertChange(
                "{\"items\":[" + items + ",null,5]}",
                step -> step.inside("items", item -> item.renamed("number", "count"), MigrationStep.Descent.ELEMENTS),
                "{\"items\":[{\"x\":\"é\",\"count\":0},{\"x\":\"é\",\"count\":1},{\"x\":\"é\",\"count\":2},null,5]}",
                "renamed items[0].number to items[0].count",
                "renamed items[1].number to items[1].count",
                "renamed items[2].number to items[2].count");
    }

    @Test
    void ofALongListNoMoreThanAThousandChangesAreSaid() {
        String items = "{\"n\":1},".repeat(1_500);
        Result result = migrated(
                "{\"items\":[" + items + "{}]}",
                step -> step.inside("items", item -> item.renamed("n", "m"), MigrationStep.Descent.ELEMENTS));
        assertThat(result.changes()).hasSize(1_001).endsWith("500 more");
    }

    @Test
    void membersAreAddedRemovedAndMoved() {
        assertChange(
                "{\"a\":{\"b\":1,\"c\":2},\"gone\":true}",
                step -> {
                    step.removed("gone");
                    step.added("new", "[1]");
                    step.added("a", "0");
                    step.moved("/a/b", "/b");
                },
                "{\"a\":{\"c\":2},\"new\":[1],\"b\":1}",
                "removed gone",
                "added new = [1]",
                "moved a.b to b");
    }

    @Test
    void aConstantIsRenamedWhereverItIs() {
        assertChange(
                "{\"modes\":[\"OLD\",\"OTHER\",\"OLD\"]}",
                step -> step.renamedConstant("modes", "OLD", "NEW", MigrationStep.Descent.ELEMENTS),
                "{\"modes\":[\"NEW\",\"OTHER\",\"NEW\"]}",
                "renamed OLD to NEW in modes[0]",
                "renamed OLD to NEW in modes[2]");
    }

    @Test
    void aDevelopersStepThatThrowsIsUndoneAndReported() {
        Result result = migrated(
                "{\"a\":{\"b\":1}}",
                step -> step.run("broken", object -> {
                    ((ObjectNode) object.get("a")).put("b", 2);
                    object.put("c", 3);
                    throw new IllegalStateException("oh");
                }));
        assertThat(result.document()).isEqualTo("{\"a\":{\"b\":1}}");
        assertThat(result.changes()).containsExactly("broken: failed, its changes were undone");
        assertThat(result.repairs())
                .singleElement()
                .asString()
                .contains("step broken from version 1 to 2 threw java.lang.IllegalStateException: oh");
    }

    @Test
    void whatADevelopersStepHasPutThereStaysWhenAMemberIsRenamed() {
        Result result = migrated("{\"a\":1}", step -> {
            step.run("split", object -> object.put("x", 9));
            step.renamed("a", "x");
        });
        assertThat(result.document()).isEqualTo("{\"x\":9}");
        assertThat(result.changes()).containsExactly("split: added x = 9", "removed a, since x is there already");
    }

    @Test
    void aFaultIsPutToTheStepThatMadeItUnderWhateverNameItHasByThen() {
        RepairLog log = new RepairLog();
        Migration migration = new Migration(lazy("{\"a\":1}"), 1, LIMITS, log);
        migration.step(1, step -> step.run("wrong", object -> object.put("a", "text")));
        migration.step(2, step -> step.renamed("a", "x"));
        log.add(new Repair("/x", Reason.WRONG_TYPE, "\"text\" is not a number", Optional.empty(), "used 0"));
        log.add(new Repair("/y", Reason.WRONG_TYPE, "true is not a number", Optional.empty(), "used 0"));
        assertThat(log.toList()).extracting(Repair::reason).containsExactly(Reason.MIGRATION_FAILED, Reason.WRONG_TYPE);
        assertThat(log.toList().get(0).problem())
                .isEqualTo("step wrong from version 1 to 2 left what version 3 cannot have: \"text\" is not a number");
    }

    /** A part that no step touched is shown as the file spells it, and does nothing to the terminal that shows it. */
    @Test
    void whatIsShownOfAFileIsHarmlessAndShort() {
        Consumer<MigrationStep> take = step -> step.run("take", object -> object.set("b", object.remove("a")));
        String evil = "\\u001b[31m\u202e\u009b2J\u007f";
        String wide = "\uD83C\uDF0D".repeat(1_000);
        for (String value : List.of(
                "{\"t\":\"" + evil + "\"}",
                "[\"" + evil + "\"]",
                "{\"" + evil + "\":1}",
                "[\"" + wide + "\"]",
                "\"" + wide + "\"")) {
            String json = "{\"a\":" + value + "}";
            for (ObjectNode document : List.of((ObjectNode) JsonValue.of(json), lazy(json))) {
                assertThat(migrated(document, take).changes())
                        .hasSize(2)
                        .allSatisfy(line ->
                                assertThat(line).as(json).matches("[ -~…🌍]*").hasSizeLessThan(200));
            }
        }
    }

    @Test
    void whatIsLeftAloneIsWrittenAsItStands() {
        String kept = "\"keep\":{\"k\":[1.0,\"\\u0041\",{\"z\":null}]}";
        Result result = migrated("{" + kept + ",\"a\":1}", step -> step.renamed("a", "b"));
        assertThat(result.document()).isEqualTo("{" + kept.replace("\\u0041", "A") + ",\"b\":1}");
    }
}
