package dev.saveschema.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveStore;
import dev.saveschema.annotation.SaveSchema;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code api.txt} of each module lists what is public. What is in there may be used by somebody, and does not go without that file
 * being changed, whose diff is read in review: {@code -Dtest='*ApiTest' -Dgolden.update=true} records what is there now.
 */
class ApiTest {

    @ParameterizedTest
    @ValueSource(classes = {SaveSchema.class, SaveStore.class})
    void nothingBreaksThatProgramsMayUse(Class<?> ofModule) throws IOException {
        assertThat(ApiListing.brokenIn(ofModule))
                .as("what breaks programs; if that is meant, record it: see CONTRIBUTING.md")
                .isEmpty();
    }
}
