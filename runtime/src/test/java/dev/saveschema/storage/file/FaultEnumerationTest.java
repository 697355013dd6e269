package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultEnumerationTest {

    private static final int ONE_IN = Integer.getInteger("faults.oneIn", 5_000);

    @Test
    void noFaultAtAnyCallMakesAnExceptionUntrueOrLosesAnything() {
        Violations violations = new Violations(Integer.MAX_VALUE);
        FaultEnumeration enumeration = new FaultEnumeration(violations);
        enumeration.run(Scene.all(), ONE_IN);
        System.out.printf(
                "Faults: %,d cases from %,d scenes%n",
                enumeration.cases(), Scene.all().size());
        assertThat(violations.found()).isEmpty();
    }
}
