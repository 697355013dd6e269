package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.api.ApiListing;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** As {@code ApiTest} of the runtime. */
class JdbcApiTest {

    @Test
    void nothingBreaksThatProgramsMayUse() throws IOException {
        assertThat(ApiListing.brokenIn(JdbcSaves.class))
                .as("what breaks programs; if that is meant, record it: see CONTRIBUTING.md")
                .isEmpty();
    }
}
