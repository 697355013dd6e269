package dev.saveschema.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveStore;
import dev.saveschema.annotation.SaveSchema;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is public is a decision: {@code api.txt} of each module lists it, and its diff is read in review. A line that goes breaks
 * programs, and a line that comes is a promise. {@code -Dtest=ApiTest -Dgolden.update=true} records what is there now.
 */
class ApiTest {

    @ParameterizedTest
    @ValueSource(classes = {SaveSchema.class, SaveStore.class})
    void whatIsPublicIsWhatWasDecided(Class<?> ofModule) throws IOException {
        assertThat(ApiListing.of(ofModule))
                .as("the API differs from api.txt; if that is meant, record it: see CONTRIBUTING.md")
                .isEqualTo(ApiListing.recorded(ofModule));
    }
}
