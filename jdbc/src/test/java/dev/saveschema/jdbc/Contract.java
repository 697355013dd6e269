package dev.saveschema.jdbc;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;

import org.junit.platform.testkit.engine.EngineTestKit;

/** Asks the tests of the contract. */
final class Contract {

    private Contract() {}

    /** That a storage does not hold to it is noticed by this test of it, as something that it asserts. */
    static void isBrokenBy(Class<?> kit, String test) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(kit, test))
                .execute()
                .testEvents()
                .failed()
                .assertEventsMatchExactly(event(finishedWithFailure(instanceOf(AssertionError.class))));
    }
}
