package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contenders that are measured side by side do the same work. */
class ContendersTest {

    private static final int BYTES = 50_000;

    private final Broad sample = BroadSamples.ofSize(BYTES);

    @ParameterizedTest
    @ValueSource(strings = {"saveschema", "databind2", "databind3", "tree", "core", "fastjson2", "gson"})
    void allReadAndWriteTheSame(String name) {
        Contender contender = Contender.of(name);
        for (Variants variant : Variants.values()) {
            if (variant.isForAll()) {
                assertThat(contender.read(variant.of(sample)))
                        .as(variant.name())
                        .isEqualTo(sample);
            }
        }
        String written = new String(contender.write(sample), StandardCharsets.UTF_8);
        byte[] save = (written + (name.equals("saveschema") ? "}" : "")).getBytes(StandardCharsets.UTF_8);
        assertThat(Contender.of("databind2").read(save)).isEqualTo(sample);
    }

    /** avaje-jsonb reads some doubles as a neighbour of what is written, so that it is timed beside those who do not. */
    @Test
    void oneReadsDoublesNearlyRight() {
        Broad read = Contender.of("avaje").read(Variants.COMPACT.of(sample));
        assertThat(read).isNotEqualTo(sample);
        assertThat(BroadSamples.rounded(read)).isEqualTo(BroadSamples.rounded(sample));
    }

    @ParameterizedTest
    @EnumSource
    void saveSchemaReadsEveryVariant(Variants variant) {
        Document<Broad> read =
                new DocumentReader<>(BroadSchema.INSTANCE, LoadLimits.defaults()).read(variant.of(sample));
        if (variant.isWhole()) {
            assertThat(read.value()).isEqualTo(sample);
        } else {
            assertThat(read.repairs()).hasSizeBetween(20, 60);
            assertThat(read.value().items()).hasSameSizeAs(sample.items());
        }
        assertThat(read.steps())
                .hasSize(
                        switch (variant) {
                            case ONE_VERSION_OLD -> 1;
                            case THREE_VERSIONS_OLD -> 3;
                            default -> 0;
                        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 50_000, 5_000_000})
    void aSaveIsAboutAsLargeAsItsNameSays(int bytes) {
        assertThat(Variants.COMPACT.of(BroadSamples.ofSize(bytes)).length).isBetween(bytes * 6 / 10, bytes);
    }
}
