package dev.saveschema.example;

import dev.saveschema.testing.MigrationTest;
import org.junit.jupiter.api.Test;

class EveryVersionTest {

    @Test
    void savesOfEveryVersionLoad() {
        MigrationTest.verify(ProgressSchema.INSTANCE);
    }
}
