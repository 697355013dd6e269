package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {

    @Test
    void aDefaultIsWhatTheJdkMakesOfIt() {
        assertThat(Scalars.INSTANT.of("2026-01-01T00:00:00Z")).isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(Scalars.LOCAL_DATE.of("2026-01-01")).isEqualTo(LocalDate.parse("2026-01-01"));
        assertThat(Scalars.DURATION.of("PT1H30M")).isEqualTo(Duration.parse("PT1H30M"));
    }

    @Test
    void aUuidIsReadInEitherCase() {
        UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174abc");
        assertThat(Scalars.UUID.parse("123e4567-e89b-12d3-a456-426614174abc")).isEqualTo(uuid);
        assertThat(Scalars.UUID.parse("123E4567-E89B-12D3-A456-426614174ABC")).isEqualTo(uuid);
    }

    /** The JDK reads each of these texts, but for the last, as some UUID. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-1-1-1-1",
                "+23e4567-e89b-12d3-a456-426614174abc",
                "00000000e-89b-12d3-a456-426614174000",
                "１23e4567-e89b-12d3-a456-426614174abc",
                "x23e4567-e89b-12d3-a456-426614174abc"
            })
    void whatIsNotSpelledAsAUuidIsNone(String text) {
        assertThat(Scalars.UUID.parse(text)).isNull();
    }
}
