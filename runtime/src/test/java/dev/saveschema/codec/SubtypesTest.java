package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SubtypesTest {

    private static final Subtypes PETS =
            Subtypes.of("kind", Subtypes.subtype("cat", "kitten"), Subtypes.subtype("dog"));

    @Test
    void aRecordGoesByEachOfItsNames() {
        assertThat(PETS.numberOf("cat")).isZero();
        assertThat(PETS.numberOf("kitten")).isZero();
        assertThat(PETS.numberOf("dog")).isEqualTo(1);
        assertThat(PETS.numberOf("Cat")).isEqualTo(Subtypes.UNKNOWN);
        assertThat(PETS.expected()).isEqualTo("cat, dog");
    }

    @Test
    void onlyOpenSubtypesHaveARecordForAllOthersBehindTheLast() {
        assertThat(PETS.other()).isEqualTo(Subtypes.UNKNOWN);
        assertThat(PETS.open().other()).isEqualTo(2);
        assertThat(PETS.open().numberOf("dog")).isEqualTo(1);
    }

    @Test
    void anObjectIsClaimedByTheTextOfItsDiscriminatorOnly() {
        assertThat(PETS.claims("kind", JsonValue.of("\"kitten\""))).isTrue();
        assertThat(PETS.claims("kind", JsonValue.of("\"cow\""))).isFalse();
        assertThat(PETS.claims("sort", JsonValue.of("\"cat\""))).isFalse();
        assertThat(PETS.claims("kind", JsonValue.of("[\"cat\"]"))).isFalse();
        assertThat(PETS.claims("kind", null)).isFalse();
    }
}
