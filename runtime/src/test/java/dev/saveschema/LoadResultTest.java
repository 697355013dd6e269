package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LoadResultTest {

    private static final Path FILE = Path.of("saves", "progress.json");
    private static final Repair VOLUME =
            new Repair("/volume", Reason.OUT_OF_RANGE, "400 is outside 0..100", Optional.of("400"), "used 80");
    private static final Repair NICK = new Repair("/nick", Reason.MISSING, "missing", Optional.empty(), "used \"?\"");

    @Test
    void printsWhereTheValueComesFromAndNotTheValue() {
        assertThat(result(Outcome.FIRST_RUN, Optional.empty(), List.of(), List.of(), List.of()))
                .hasToString("FIRST_RUN with the defaults");
        assertThat(result(Outcome.LOADED, Optional.of(FILE), List.of(), List.of(), List.of()))
                .hasToString("LOADED from " + FILE);
    }

    @Test
    void printsWhatWasDoneToItInOneLineHoweverMuchThatWas() {
        MigratedStep step = new MigratedStep(1, 2, List.of("removed lives"));
        MigratedStep next = new MigratedStep(2, 3, List.of());
        assertThat(result(Outcome.EDITED, Optional.of(FILE), List.of(VOLUME), List.of(step, next), List.of(FILE)))
                .hasToString("EDITED from " + FILE + ", migrated from version 1, to be kept aside: " + FILE
                        + ", 1 repair: volume: 400 is outside 0..100; used 80");
        assertThat(result(Outcome.LOADED, Optional.of(FILE), List.of(VOLUME, NICK, NICK), List.of(), List.of()))
                .hasToString(
                        "LOADED from " + FILE + ", 3 repairs: volume: 400 is outside 0..100; used 80 (and 2 more)");
    }

    @Test
    void aCopyThatIsNoFilePrintsAsItsName() {
        assertThat(Copy.named("progress.json.bak1")).hasToString("progress.json.bak1");
        assertThat(Copy.of(FILE)).isEqualTo(new Copy(FILE.getFileName().toString(), Optional.of(FILE)));
    }

    @Test
    void aFindingPrintsAsOneLine() {
        assertThat(new Finding(Copy.of(FILE), Finding.State.SEALED, "")).hasToString(FILE + ": SEALED");
        assertThat(new Finding(Copy.of(FILE), Finding.State.INVALID, "it is empty"))
                .hasToString(FILE + ": INVALID, it is empty");
    }

    private static LoadResult<String> result(
            Outcome outcome,
            Optional<Path> source,
            List<Repair> repairs,
            List<MigratedStep> steps,
            List<Path> preserved) {
        return new LoadResult<>(
                "the value",
                outcome,
                OptionalInt.empty(),
                repairs,
                steps,
                source.map(Copy::of),
                Optional.empty(),
                preserved.stream().map(Copy::of).toList(),
                List.of());
    }
}
