package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InterferenceTest {

    private static final int EACH = Integer.getInteger("interference.each", 1);

    @Test
    void nobodysBytesVanishWhateverAnotherProgramDoesBetweenTwoCalls() {
        Violations violations = new Violations(Integer.MAX_VALUE);
        Interference interference = new Interference(violations);
        interference.run(Scene.all(), EACH);
        System.out.printf(
                "Interference: %,d cases from %,d scenes%n",
                interference.cases(), Scene.all().size());
        assertThat(violations.found()).isEmpty();
    }
}
