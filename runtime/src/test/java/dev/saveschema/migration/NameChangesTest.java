package dev.saveschema.migration;

import static dev.saveschema.migration.MigrationStep.Descent.ELEMENTS;
import static dev.saveschema.migration.MigrationStep.Descent.KEYS;
import static dev.saveschema.migration.MigrationStep.Descent.VALUES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.Trees;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Each change is made to a tree as it is and to one that is made as far as somebody asks for it, with the same result. */
class NameChangesTest {

    private static final LoadLimits LIMITS = LoadLimits.defaults();

    private List<String> changes = List.of();

    private String changed(String json, Consumer<MigrationStep> step) {
        String whole = changed((ObjectNode) JsonValue.of(json), step);
        List<String> ofWhole = changes;
        assertThat(changed(Trees.lazilyWritten(out -> out.write(JsonValue.of(json)), LIMITS), step))
                .isEqualTo(whole);
        assertThat(changes).isEqualTo(ofWhole);
        return whole;
    }

    private String changed(ObjectNode object, Consumer<MigrationStep> step) {
        StepRun run = new StepRun(1, 1, LIMITS, new RepairLog(), new Authorship(100));
        step.accept(new MigrationStep(object, "", run));
        run.finish();
        changes = run.changes.toList();
        return object.toString();
    }

    @Test
    void constantsExchangeTheirNamesAtOnce() {
        assertThat(changed(
                        "{\"m\":[\"A\",\"B\",\"C\"]}",
                        step -> step.renamedConstant("m", Map.of("A", "B", "B", "A"), ELEMENTS)))
                .isEqualTo("{\"m\":[\"B\",\"A\",\"C\"]}");
        assertThat(changes).containsExactly("renamed A to B in m[0]", "renamed B to A in m[1]");
    }

    @Test
    void aConstantIsRenamedInKeysAndInWhateverIsAroundIt() {
        assertThat(changed("{\"m\":{\"B\":1,\"A\":\"A\"}}", step -> step.renamedConstant("m", "A", "X", KEYS)))
                .isEqualTo("{\"m\":{\"B\":1,\"X\":\"A\"}}");
        assertThat(changed(
                        "{\"m\":{\"k\":[\"A\",1,null,{\"A\":\"A\"}],\"l\":\"A\"}}",
                        step -> step.renamedConstant("m", "A", "X", VALUES, ELEMENTS)))
                .isEqualTo("{\"m\":{\"k\":[\"X\",1,null,{\"A\":\"A\"}],\"l\":\"A\"}}");
        assertThat(changes).containsExactly("renamed A to X in m.k[0]");
        assertThat(changed("{\"m\":\"A\"}", step -> step.renamedConstant("m", "A", "X")))
                .isEqualTo("{\"m\":\"X\"}");
        assertThat(changed("{\"m\":\"A\"}", step -> step.renamedConstant("other", "A", "X")))
                .isEqualTo("{\"m\":\"A\"}");
    }

    @Test
    void aSubtypeIsRenamedInItsDiscriminatorOnly() {
        assertThat(changed("{\"kind\":\"cat\",\"name\":\"cat\"}", step -> step.renamedSubtype("kind", "cat", "feline")))
                .isEqualTo("{\"kind\":\"feline\",\"name\":\"cat\"}");
    }

    @Test
    void aRemovedConstantTakesItsElementItsEntryOrItsMemberWithIt() {
        assertThat(changed("{\"m\":[\"A\",\"B\",\"A\"]}", step -> step.removedConstant("m", "A", ELEMENTS)))
                .isEqualTo("{\"m\":[\"B\"]}");
        assertThat(changes).containsExactly("removed A from m[0]", "removed A from m[2]");
        assertThat(changed("{\"m\":{\"A\":1,\"B\":2}}", step -> step.removedConstant("m", "A", KEYS)))
                .isEqualTo("{\"m\":{\"B\":2}}");
        assertThat(changed("{\"m\":{\"k\":\"A\",\"l\":\"B\"}}", step -> step.removedConstant("m", "A", VALUES)))
                .isEqualTo("{\"m\":{\"l\":\"B\"}}");
        assertThat(changed("{\"m\":\"A\",\"n\":\"A\"}", step -> step.removedConstant("m", "A")))
                .isEqualTo("{\"n\":\"A\"}");
    }

    @Test
    void aRemovedSubtypeIsThatOfItsDiscriminator() {
        assertThat(changed(
                        "{\"pets\":[{\"kind\":\"cat\"},{\"kind\":\"dog\",\"like\":\"cat\"},\"cat\",{\"sort\":\"cat\"}]}",
                        step -> step.removedSubtype("pets", "kind", "cat", ELEMENTS)))
                .isEqualTo("{\"pets\":[{\"kind\":\"dog\",\"like\":\"cat\"},\"cat\",{\"sort\":\"cat\"}]}");
    }

    @Test
    void aReplacementIsOfTheNewerVersionAndNoOtherChangeOfTheStepTouchesIt() {
        assertThat(changed("{\"m\":\"OLD\"}", step -> {
                    step.removedConstant("m", "OLD", "\"A\"");
                    step.renamedConstant("m", "A", "B");
                }))
                .isEqualTo("{\"m\":\"A\"}");
        assertThat(changes).containsExactly("removed OLD from m, which is \"A\" now");
        assertThat(changed("{\"pet\":{\"kind\":\"cat\"}}", step -> {
                    step.removedSubtype("pet", "kind", "cat", out -> out.write(7));
                    step.removed("pet");
                }))
                .isEqualTo("{\"pet\":7}");
    }

    @Test
    void aDefaultThatCannotBeMadeIsReportedAndNotAdded() {
        assertThat(changed(
                        "{\"m\":\"OLD\"}",
                        step -> step.removedConstant("m", "OLD", out -> {
                            throw new IllegalStateException("no default");
                        })))
                .isEqualTo("{}");
        assertThat(changes)
                .containsExactly(
                        "did not add m, since its default threw java.lang.IllegalStateException: no default",
                        "removed OLD from m");
    }
}
