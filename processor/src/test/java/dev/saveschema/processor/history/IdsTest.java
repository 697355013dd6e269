package dev.saveschema.processor.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.Compiled;
import org.junit.jupiter.api.Test;

/** Under which name a history is kept. */
class IdsTest extends ReleasedVersions {

    @Test
    void aRenamedRecordIsToldToKeepItsId() {
        releases.lock(PROFILE_V1)
                .compile(PROFILE_V1.replace("Profile", "Player"))
                .failsOnly("[SaveSchema/UnknownId] Player has the id \"player\", under which nothing is locked")
                .atLineContaining("@SaveSchema")
                .withFact("The history has \"profile\", which no record here has as its id")
                .andTheFix("id = \"profile\"", "version = 1", "version = 1, id = \"profile\"");
    }

    @Test
    void aRenamedRecordWhoseStepsNameOlderRecordsIsToldSoToo() {
        releases.lock(PROFILE_V1);
        String player = PROFILE_V2
                .replace("Profile", "Player")
                .replace(
                        "Inner inner) {",
                        "Inner inner) {\n"
                                + "  @Migration(from = 1, to = 2) static Player more(PlayerV1 old) { return null; }");
        assertThat(releases.compile(player).messages())
                .startsWith("[SaveSchema/UnknownId] Player has the id \"player\", under which nothing is locked");
    }

    @Test
    void aNewSchemaBesideAHistoryThatBelongsToNoneIsWarnedOf() {
        releases.lock(PROFILE_V1);
        String other = game(1, "@Default(\"1\") int a", "");
        assertThat(releases.compile(other).succeeds().warnings())
                .containsExactly("[SaveSchema/OrphanedHistory] Game has the id \"game\", which is new, "
                        + "and the history of \"profile\" belongs to no record here");
        assertThat(releases.lock(other).compile(other).succeeds().warnings()).isEmpty();
    }

    @Test
    void aRecordLikeAnotherIsNotTakenForItWhileBothAreThere() {
        releases.lock(PROFILE_V1);
        releases.compile(PROFILE_V1, PROFILE_V1.replace("Profile", "Player")).succeeds();
    }

    @Test
    void twoSchemasHaveTwoIds() {
        Compiled both = releases.compile(
                PROFILE_V1,
                PROFILE_V1.replace("Profile", "Player").replace("version = 1", "version = 1, id = \"profile\""));
        both.failsOnly("[SaveSchema/DuplicateId] example.Profile and example.Player have the same id, \"profile\"")
                .withFact("They would be taken for one schema, in the history and in messages")
                .withFixes("id = \"player\"");
    }
}
