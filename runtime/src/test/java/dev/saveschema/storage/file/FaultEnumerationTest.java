package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultEnumerationTest {

    private static final int EACH = Integer.getInteger("faults.each", 1);

    @Test
    void noFaultAtAnyCallMakesAnExceptionUntrueOrLosesAnything() {
        Violations violations = new Violations(Integer.MAX_VALUE);
        FaultEnumeration enumeration = new FaultEnumeration(violations);
        enumeration.run(Scene.all(), EACH);
        System.out.printf(
                "Faults: %,d cases from %,d scenes%n",
                enumeration.cases(), Scene.all().size());
        assertThat(violations.found()).isEmpty();
    }
}
