package dev.saveschema.storage.recovery;

import static dev.saveschema.Finding.State.EDITED;
import static dev.saveschema.Finding.State.INVALID;
import static dev.saveschema.Finding.State.NEWER;
import static dev.saveschema.Finding.State.UNREADABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Finding;
import dev.saveschema.storage.Retrieval.Verdict;
import dev.saveschema.storage.file.Saves;
import dev.saveschema.storage.recovery.RecoveryTable.Decision;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoveryTableTest {

    private static final List<Candidate> NONE = List.of();

    private static Candidate sealed(String name, long generation, String id, String parent) {
        return Candidate.sealed(Path.of(name), new Seal(generation, id, parent, Saves.NOW));
    }

    private static Candidate unsealed(String name, Finding.State state) {
        return Candidate.unsealed(Path.of(name), state, "", 0);
    }

    private static final Candidate LIVE = sealed("live", 5, "five", "four");
    private static final Candidate MISSING = Candidate.missing(Path.of("live"));
    private static final Candidate DAMAGED = unsealed("live", INVALID);
    private static final Candidate FOUR = sealed("bak1", 4, "four", "three");
    private static final Candidate THREE = sealed("bak2", 3, "three", "two");
    private static final Candidate NEXT = sealed("temp", 6, "six", "five");
    private static final Candidate STRANGER = sealed("temp", 6, "other", "elsewhere");
    private static final Candidate HALF = unsealed("temp", INVALID);

    private static void decides(Decision decision, Verdict verdict, Candidate chosen) {
        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.chosen()).contains(chosen);
    }

    private static void decidesOnNone(Decision decision, Verdict verdict) {
        assertThat(decision.verdict()).isEqualTo(verdict);
        assertThat(decision.chosen()).isEqualTo(Optional.empty());
    }

    private static Decision decide(Candidate live, List<Candidate> backups, List<Candidate> temps) {
        return RecoveryTable.decide(live, backups, temps);
    }

    @Test
    void row1SaveThatOnlyLackedItsNameIsResumed() {
        decides(decide(LIVE, List.of(FOUR), List.of(NEXT)), Verdict.RESUMED, NEXT);
    }

    @Test
    void row1OfSeveralTheNewestIsResumed() {
        Candidate second = Candidate.sealed(Path.of("temp2"), new Seal(7, "seven", "five", Saves.NOW.plusSeconds(1)));
        decides(decide(LIVE, NONE, List.of(second, NEXT)), Verdict.RESUMED, second);
        decides(decide(LIVE, NONE, List.of(NEXT, second)), Verdict.RESUMED, second);
    }

    @Test
    void row1TheGenerationDecidesBeforeTheTime() {
        Candidate later = Candidate.sealed(Path.of("temp2"), new Seal(7, "seven", "five", Saves.NOW.minusSeconds(9)));
        decides(decide(LIVE, NONE, List.of(NEXT, later)), Verdict.RESUMED, later);
        decides(decide(LIVE, NONE, List.of(later, NEXT)), Verdict.RESUMED, later);
    }

    @Test
    void row1SaveOfNoLaterGenerationIsNotResumed() {
        decides(decide(LIVE, NONE, List.of(sealed("temp", 5, "other", "five"))), Verdict.INTACT, LIVE);
    }

    @Test
    void row1SaveAfterTheLastNumberIsResumed() {
        Candidate last = sealed("live", Seal.LAST_GENERATION, "last", "before");
        Candidate next = sealed("temp", Seal.LAST_GENERATION, "next", "last");
        decides(decide(last, NONE, List.of(next)), Verdict.RESUMED, next);
    }

    @Test
    void row6NewerFormatOfALaterGenerationIsTheSave() {
        Candidate newer = Candidate.unsealed(Path.of("bak1"), NEWER, "", 7);
        decides(decide(MISSING, List.of(newer, FOUR), NONE), Verdict.NEWER, newer);
        decides(decide(DAMAGED, List.of(newer, FOUR), NONE), Verdict.NEWER, newer);
    }

    @Test
    void row1SaveThatFollowsJustThisEditOrNewerFileIsResumed() {
        Candidate edited = unsealed("live", EDITED).identifiedBy("five");
        Candidate newer = unsealed("live", NEWER).identifiedBy("five");
        decides(decide(edited, List.of(FOUR), List.of(NEXT)), Verdict.RESUMED, NEXT);
        decides(decide(newer, List.of(FOUR), List.of(NEXT)), Verdict.RESUMED, NEXT);
    }

    @Test
    void row1NothingFollowsAFileThatWasNotRead() {
        Candidate first = sealed("temp", 6, "six", Seal.NO_PARENT);
        decides(decide(unsealed("live", EDITED), NONE, List.of(first)), Verdict.EDITED, unsealed("live", EDITED));
    }

    @Test
    void row2NewerFormatIsLeftAlone() {
        Candidate newer = unsealed("live", NEWER);
        decides(decide(newer, List.of(FOUR), List.of(NEXT)), Verdict.NEWER, newer);
    }

    @Test
    void row3TempOfAnotherParentIsNotResumed() {
        decides(decide(LIVE, List.of(FOUR), List.of(STRANGER)), Verdict.INTACT, LIVE);
    }

    @Test
    void row3HalfATempIsNotResumed() {
        decides(decide(LIVE, List.of(FOUR), List.of(HALF)), Verdict.INTACT, LIVE);
    }

    @Test
    void row4OlderFileThatSomebodyRestoredIsRespected() {
        Candidate restored = sealed("live", 3, "three", "two");
        decides(decide(restored, List.of(FOUR), NONE), Verdict.EDITED, restored);
    }

    @Test
    void row5EditIsRespectedWhateverStandsBesideIt() {
        Candidate edited = unsealed("live", EDITED);
        decides(decide(edited, List.of(FOUR, THREE), List.of(NEXT)), Verdict.EDITED, edited);
    }

    @Test
    void row8DamagedFileIsReplacedByTheNewestGeneration() {
        decides(decide(DAMAGED, List.of(FOUR, THREE), NONE), Verdict.RECOVERED, FOUR);
        decides(decide(DAMAGED, List.of(THREE, FOUR), NONE), Verdict.RECOVERED, FOUR);
        decides(decide(DAMAGED, List.of(FOUR), List.of(NEXT)), Verdict.RECOVERED, NEXT);
        decides(decide(unsealed("live", UNREADABLE), List.of(FOUR), NONE), Verdict.RECOVERED, FOUR);
    }

    @Test
    void row8TempWinsATie() {
        Candidate twin = sealed("temp", 4, "twin", "three");
        decides(decide(DAMAGED, List.of(FOUR), List.of(twin)), Verdict.RECOVERED, twin);
    }

    @Test
    void row8DamagedBackupIsPassedOver() {
        decides(decide(DAMAGED, List.of(unsealed("bak1", INVALID), THREE), NONE), Verdict.RECOVERED, THREE);
    }

    @Test
    void row8EditedBackupComesAfterTheOlderOne() {
        Candidate edited = unsealed("bak1", EDITED);
        decides(decide(DAMAGED, List.of(edited, THREE), NONE), Verdict.RECOVERED, edited);
    }

    @Test
    void row8MissingFileWithBackupIsNotAFirstRun() {
        decides(decide(MISSING, List.of(FOUR), List.of(HALF)), Verdict.RECOVERED, FOUR);
        decides(decide(MISSING, List.of(FOUR), List.of(NEXT)), Verdict.RECOVERED, NEXT);
    }

    @Test
    void row8MissingFileIsReplacedByAWholeTemp() {
        decides(decide(MISSING, NONE, List.of(HALF, NEXT)), Verdict.RECOVERED, NEXT);
    }

    @Test
    void row7FirstSaveThatOnlyLackedItsNameIsResumed() {
        Candidate first = sealed("temp", 1, "one", Seal.NO_PARENT);
        decides(decide(MISSING, NONE, List.of(first)), Verdict.RESUMED, first);
        decides(decide(MISSING, List.of(THREE), List.of(first)), Verdict.RECOVERED, THREE);
        decides(decide(DAMAGED, NONE, List.of(first)), Verdict.RECOVERED, first);
    }

    @Test
    void row9PartOfAFirstSaveIsAFirstRun() {
        decidesOnNone(decide(MISSING, NONE, List.of(HALF)), Verdict.ABSENT);
    }

    @Test
    void row10MissingFileBesideDamagedOnesIsNotAFirstRun() {
        decidesOnNone(decide(MISSING, List.of(unsealed("bak1", INVALID)), List.of(HALF)), Verdict.LOST);
        decidesOnNone(decide(MISSING, List.of(unsealed("bak1", INVALID)), NONE), Verdict.LOST);
    }

    @Test
    void row11DamagedFileAloneIsLost() {
        decidesOnNone(decide(DAMAGED, NONE, List.of(HALF)), Verdict.LOST);
    }

    @Test
    void row12NothingAtAllIsAFirstRun() {
        decidesOnNone(decide(MISSING, NONE, NONE), Verdict.ABSENT);
    }

    @Test
    void ofSeveralNewerFormatsTheLatestGenerationCountsAndOnATieTheTemp() {
        Candidate early = Candidate.unsealed(Path.of("temp"), NEWER, "", 6);
        Candidate late = Candidate.unsealed(Path.of("bak1"), NEWER, "", 7);
        Candidate asLate = Candidate.unsealed(Path.of("temp2"), NEWER, "", 7);
        decides(decide(MISSING, List.of(late), List.of(early)), Verdict.NEWER, late);
        decides(decide(MISSING, List.of(early), List.of(asLate)), Verdict.NEWER, asLate);
        decides(decide(MISSING, List.of(late), List.of(asLate)), Verdict.NEWER, asLate);
    }

    @Test
    void newerFormatThatIsNoLaterDoesNotHideASave() {
        Candidate newer = Candidate.unsealed(Path.of("temp"), NEWER, "", 4);
        decides(decide(MISSING, List.of(FOUR), List.of(newer)), Verdict.RECOVERED, FOUR);
    }
}
