package dev.saveschema.jdbc;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import org.junit.platform.testkit.engine.EngineTestKit;

/** Asks the tests of the contract. */
final class Contract {

    private Contract() {}

    /** Asserts that this test of the contract fails for a storage that breaks it, by an assertion. */
    static void isBrokenBy(Class<?> kit, String test) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(kit, test))
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(instanceOf(AssertionError.class))));
    }
}
