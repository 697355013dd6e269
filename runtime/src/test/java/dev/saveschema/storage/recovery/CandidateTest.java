package dev.saveschema.storage.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Finding.State;
import dev.saveschema.storage.seal.Seal;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A file tells which of two saves came after the other. */
class CandidateTest {

    private static final String FIRST = "1".repeat(16);
    private static final String SECOND = "2".repeat(16);

    private static Candidate sealed(long generation, String id, String parent) {
        Seal seal = new Seal(generation, id, parent, Instant.parse("2026-11-22T19:47:03Z"));
        return Candidate.sealed(Path.of("save.json"), seal);
    }

    private static Candidate unsealed(State state, long generation) {
        return Candidate.unsealed(Path.of("save.json"), state, "why", generation);
    }

    @Test
    void saveFollowsExactlyTheContentThatItNames() {
        Candidate first = sealed(1, FIRST, Seal.NO_PARENT);
        assertThat(sealed(2, SECOND, FIRST).follows(first)).isTrue();
        assertThat(sealed(7, SECOND, FIRST).follows(first))
                .as("failed saves used numbers up")
                .isTrue();
        assertThat(sealed(1, SECOND, FIRST).follows(first))
                .as("no later number")
                .isFalse();
        assertThat(sealed(2, SECOND, SECOND).follows(first))
                .as("another parent")
                .isFalse();
        assertThat(unsealed(State.EDITED, 2).follows(first)).as("says nothing").isFalse();
    }

    @Test
    void firstSaveFollowsNothingAndNotWhatCouldNotBeRead() {
        Candidate first = sealed(1, FIRST, Seal.NO_PARENT);
        assertThat(first.followsNothing()).isTrue();
        assertThat(first.follows(unsealed(State.INVALID, 0))).isFalse();
        assertThat(sealed(2, SECOND, FIRST).followsNothing()).isFalse();
        assertThat(unsealed(State.EDITED, 0).followsNothing()).isFalse();
    }

    @Test
    void laterSaveOrOneOfANewerFormatTellsThatTheLiveOneWasPutBack() {
        Candidate live = sealed(3, FIRST, SECOND);
        assertThat(sealed(4, SECOND, FIRST).isNewerThan(live)).isTrue();
        assertThat(unsealed(State.NEWER, 4).isNewerThan(live)).isTrue();
        assertThat(sealed(3, SECOND, FIRST).isNewerThan(live)).isFalse();
        assertThat(unsealed(State.EDITED, 4).isNewerThan(live)).isFalse();
        assertThat(unsealed(State.INVALID, 4).isNewerThan(live)).isFalse();
        assertThat(sealed(4, SECOND, FIRST).isNewerThan(unsealed(State.EDITED, 3)))
                .isFalse();
        assertThat(sealed(4, SECOND, FIRST).isNewerThan(unsealed(State.NEWER, 3)))
                .isFalse();
        assertThat(sealed(4, SECOND, FIRST).isNewerThan(sealed(0, FIRST, SECOND)))
                .as("no seal of a file")
                .isFalse();
    }
}
