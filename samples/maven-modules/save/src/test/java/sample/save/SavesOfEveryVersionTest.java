package sample.save;

import dev.saveschema.testing.MigrationTest;
import org.junit.jupiter.api.Test;

/** Beside the schema: the history that it reads lies in this module. */
class SavesOfEveryVersionTest {

    @Test
    void savesOfEveryVersionLoad() {
        MigrationTest.verify(ProgressSchema.INSTANCE);
    }
}
