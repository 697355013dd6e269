package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterferenceTest {

    private static final int ONE_IN = Integer.getInteger("interference.oneIn", 3_000);

    @Test
    void nobodysBytesVanishWhateverAnotherProgramDoesBetweenTwoCalls() {
        Violations violations = new Violations(Integer.MAX_VALUE);
        Interference interference = new Interference(violations);
        interference.run(Scene.all(), ONE_IN);
        System.out.printf(
                "Interference: %,d cases from %,d scenes%n",
                interference.cases(), Scene.all().size());
        assertThat(violations.found()).isEmpty();
    }
}
