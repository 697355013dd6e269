package dev.saveschema.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.api.ApiListing;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** As {@code ApiTest} of the runtime. */
class JdbcApiTest {

    @Test
    void whatIsPublicIsWhatWasDecided() throws IOException {
        assertThat(ApiListing.of(JdbcSaves.class))
                .as("the API differs from api.txt; if that is meant, record it: see CONTRIBUTING.md")
                .isEqualTo(ApiListing.recorded(JdbcSaves.class));
    }
}
