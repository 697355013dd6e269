package dev.saveschema.storage.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void neitherWhereThereAreNoLinks() {
        Violations violations = new Violations(Integer.MAX_VALUE);
        FaultEnumeration enumeration = new FaultEnumeration(violations).on(Profile.NO_LINKS);
        enumeration.run(Mutants.SCENES, EACH);
        System.out.printf(
                "Faults without links: %,d cases from %,d scenes%n", enumeration.cases(), Mutants.SCENES.size());
        assertThat(violations.found()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SHARED", "PLAIN"})
    void neitherOfAStoreThatIsSharedOrHasNoSeals(StoreMode mode) {
        Violations violations = new Violations(Integer.MAX_VALUE);
        FaultEnumeration enumeration = new FaultEnumeration(violations).in(mode);
        enumeration.run(Mutants.SCENES, EACH);
        System.out.printf("Faults, %s: %,d cases from %,d scenes%n", mode, enumeration.cases(), Mutants.SCENES.size());
        assertThat(violations.found()).isEmpty();
    }
}
