package dev.saveschema.jdbc;

import dev.saveschema.jdbc.MutatedConnections.Mutation;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The contract of every storage notices each rule that is undone. */
class ContractMutantsTest {

    /** Not a test by itself. */
    abstract static class Mutated extends SqliteTest {

        private final Mutation mutation;

        Mutated(Mutation mutation) {
            this.mutation = mutation;
        }

        @Override
        DataSource seen(DataSource connections) {
            return new MutatedConnections(connections, mutation);
        }
    }

    static class NoIdCheck extends Mutated {

        NoIdCheck() {
            super(Mutation.NO_ID_CHECK);
        }
    }

    static class NoWarnings extends Mutated {

        NoWarnings() {
            super(Mutation.NO_WARNINGS);
        }
    }

    static class SynchronousNormal extends Mutated {

        SynchronousNormal() {
            super(Mutation.SYNCHRONOUS_NORMAL);
        }
    }

    @Test
    void whoDoesNotLookAtTheIdTakesARestoredDatabaseForTheOneHeKnows() {
        Contract.isBrokenBy(
                NoIdCheck.class, "whoKnowsAGenerationThatADatabaseRestoredFromItsBackupHasNumberedAnewIsStale");
    }

    @Test
    void whoDoesNotLookForAWarningAcknowledgesWhatMayNotLast() {
        Contract.isBrokenBy(NoWarnings.class, "aCommitThatMayNotLastIsSaidSo");
    }

    @Test
    void whoDoesNotWaitForTheDiskDoesNotSurviveAPowerCut() {
        Contract.isBrokenBy(SynchronousNormal.class, "itSaysWhatSurvives");
    }
}
