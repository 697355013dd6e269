package dev.saveschema.processor.history.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.processor.emit.Running;
import dev.saveschema.processor.history.ReleasedVersions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault is put to whoever made it: to a step if the step wrote what is wrong, else to the file. */
class BlameTest extends ReleasedVersions {

    private static final String PARTS = "record Cell(@Default(\"\") String text, @Default(\"0\") int lines) {}";

    private Document<Object> migrated(String step, String json) {
        Schema<Object> schema = Running.compile(
                        "Game",
                        game(
                                2,
                                "List<Cell> cells, @Default(\"1\") int gold, @Since(2) @Default(\"7\") int silver",
                                PARTS + "\n@Migration(from = 1, to = 2) static void adopt(ObjectNode save) {" + step
                                        + "}"))
                .schema("Game");
        return Running.read(schema, json);
    }

    private static List<Reason> reasons(Document<Object> document) {
        return document.repairs().stream().map(Repair::reason).toList();
    }

    @Test
    void whatAStepNeverTouchedIsTheFilesFault() {
        Document<Object> document = migrated(
                "save.put(\"gold\", save.path(\"gold\").asInt(0) + 1);",
                "{\"$version\": 1, \"gold\": 1, \"cells\": [{\"text\": 5, \"lines\": 1}, {\"text\": \"a\"}]}");
        assertThat(Running.repairs(document))
                .containsExactly("cells[0].text: 5 is not text; used \"\"", "cells[1].lines: missing; used 0");
        assertThat(document.value())
                .hasToString("Game[cells=[Cell[text=, lines=1], Cell[text=a, lines=0]], gold=2, silver=7]");
    }

    @Test
    void whatAStepOnlyMovedAboutIsTheFilesFault() {
        Document<Object> document = migrated(
                "save.set(\"cells\", save.path(\"sheet\").path(\"cells\")); save.remove(\"sheet\");",
                "{\"$version\": 1, \"gold\": 1, \"sheet\": {\"cells\": [{\"text\": 5, \"lines\": 1}]}}");
        assertThat(Running.repairs(document)).containsExactly("cells[0].text: 5 is not text; used \"\"");
        assertThat(reasons(document)).containsExactly(Reason.WRONG_TYPE);
    }

    @Test
    void whatIsNewAndTheStepDidNotAddIsNobodysFault() {
        assertThat(migrated("save.put(\"gold\", 3);", "{\"$version\": 1, \"gold\": 1, \"cells\": []}")
                        .repairs())
                .isEmpty();
    }

    @Test
    void ofAnElementOnlyTheMemberThatAStepWroteIsItsFault() {
        Document<Object> document = migrated(
                "((ObjectNode) save.path(\"cells\").path(0)).put(\"lines\", \"many\");",
                "{\"$version\": 1, \"gold\": 1, \"cells\": [{\"text\": 5, \"lines\": 1}]}");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "cells[0].text: 5 is not text; used \"\"",
                        "cells[0].lines: step adopt from version 1 to 2 left what version 2 cannot have: "
                                + "\"many\" is not a whole number; used 0");
        assertThat(reasons(document)).containsExactly(Reason.WRONG_TYPE, Reason.MIGRATION_FAILED);
    }

    @Test
    void anObjectThatAStepMadeIsItsFaultWithAllThatItLacks() {
        Document<Object> document = migrated(
                "save.withArray(\"cells\").addObject().put(\"text\", \"new\");",
                "{\"$version\": 1, \"gold\": 1, \"cells\": [{\"text\": \"a\"}]}");
        assertThat(Running.repairs(document))
                .containsExactly(
                        "cells[0].lines: missing; used 0",
                        "cells[1].lines: step adopt from version 1 to 2 left it out, and version 2 needs it; used 0");
    }

    @Test
    void aMemberThatAStepTookAwayIsItsFault() {
        Document<Object> document = migrated("save.remove(\"gold\");", "{\"$version\": 1, \"gold\": 1, \"cells\": []}");
        assertThat(Running.repairs(document))
                .containsExactly("gold: step adopt from version 1 to 2 left it out, and version 2 needs it; used 1");
    }

    @Test
    void aStepIsKnownThoughWhatItWroteHasAnotherNameByNow() {
        String source = game(
                3,
                "@RenamedFrom(value = \"gold\", since = 3) @Default(\"1\") int coins",
                "@Migration(from = 1, to = 2) static void adopt(ObjectNode save) { save.put(\"gold\", \"much\"); }");
        Document<Object> document =
                Running.read(Running.compile("Game", source).schema("Game"), "{\"$version\": 1, \"gold\": 1}");
        assertThat(Running.repairs(document))
                .containsExactly("coins: step adopt from version 1 to 2 left what version 3 cannot have: "
                        + "\"much\" is not a whole number; used 1");
    }

    @Test
    void aTreeThatContainsItselfEndsNoLoad() {
        Document<Object> document = migrated(
                "save.set(\"cells\", save.arrayNode().add(save));", "{\"$version\": 1, \"gold\": 1, \"cells\": []}");
        assertThat(document.value()).isNotNull();
    }

    @Test
    void aStepOnATreeNeedsNoClassOfTheVersionThatItLeadsTo() {
        releases.lock(game(1, "@Default(\"1\") int gold", ""));
        releases.lock(game(2, "@Default(\"1\") int gold, @Default(\"1\") int silver", ""));
        Running running = releases.run(
                "Game",
                game(
                        3,
                        "@Default(\"1\") int gold, @Default(\"1\") int silver, @Default(\"2\") int tin",
                        "@Migration(from = 1, to = 2) static void adopt(ObjectNode save) { save.put(\"gold\", 2); }"));
        assertThat(running.source("GameSchema"))
                .contains("step.run(\"adopt\", Game::adopt);")
                .doesNotContain("V2");
    }
}
