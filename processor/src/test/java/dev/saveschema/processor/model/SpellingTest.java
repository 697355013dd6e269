package dev.saveschema.processor.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "currentStepId, current_step_id, current-step-id",
        "userID, user_id, user-id",
        "userIDs, user_ids, user-ids",
        "HTTPServer, http_server, http-server",
        "parseHTTPRequests, parse_http_requests, parse-http-requests",
        "level2Boss, level2_boss, level2-boss",
        "x, x, x",
        "XY, xy, xy",
        "MAX_HP, max_hp, max-hp",
        "größeÄrmel, größe_ärmel, größe-ärmel",
        "aB, a_b, a-b",
        "_private, _private, -private",
    })
    void wordsAreJoinedInLowerCase(String name, String snake, String kebab) {
        assertThat(Spelling.SNAKE_CASE.of(name)).isEqualTo(snake);
        assertThat(Spelling.KEBAB_CASE.of(name)).isEqualTo(kebab);
    }

    @Test
    void asDeclaredStaysAsItIs() {
        assertThat(Spelling.AS_DECLARED.of("userID_x")).isEqualTo("userID_x");
    }
}
