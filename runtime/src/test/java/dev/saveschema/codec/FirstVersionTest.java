package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The version at the start of a document, where SaveSchema writes it. */
final class FirstVersionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$version\":4,\"a\":1}",
                "{\n  \"$version\": 4,\n  \"a\": 1\n}\n",
                " \r\n\t{ \"$version\" : 4 }",
                "{\"$version\":4}",
                "{\"$version\":4,",
            })
    void isFoundThere(String document) {
        StoredVersion version = first(document);
        assertThat(version).isNotNull();
        assertThat(version.number()).isEqualTo(4);
        assertThat(version.stored()).hasValue(4);
        assertThat(version.repair()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"$version\"",
                "{\"$version\":",
                "{\"$version\":4",
                "{\"$version\":\"4\"}",
                "{\"$version\":4.0}",
                "{\"$version\":4e1}",
                "{\"$version\":-4}",
                "{\"$version\":0}",
                "{\"$version\":04}",
                "{\"$version\":1234567890}",
                "{\"$versions\":4}",
                "{\"\\u0024version\":4}",
                "{\"a\":1,\"$version\":4}",
                "[{\"$version\":4}]",
            })
    void isLookedForMoreCloselyElsewhere(String document) {
        assertThat(first(document)).isNull();
    }

    private static @Nullable StoredVersion first(String document) {
        return StoredVersion.first(document.getBytes(UTF_8));
    }
}
