package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConstantsTest {

    private enum Mood {
        GLAD,
        SAD,
        NEW
    }

    private static final Constants<Mood> MOODS = Constants.of(
            Mood.class, Constants.constant(Mood.GLAD, "happy", "GLAD", "joyful"), Constants.constant(Mood.SAD, "SAD"));

    @Test
    void aConstantIsFoundByEachOfItsNamesAndSavedByTheFirst() {
        for (String name : new String[] {"happy", "GLAD", "joyful"}) {
            assertThat(MOODS.byName(name)).as(name).isEqualTo(Mood.GLAD);
            assertThat(MOODS.numbered(MOODS.table().find(name))).as(name).isEqualTo(Mood.GLAD);
        }
        assertThat(MOODS.byName("SAD")).isEqualTo(Mood.SAD);
        assertThat(MOODS.byName("glad")).isNull();
        assertThat(MOODS.nameOf(Mood.GLAD)).hasToString("happy");
    }

    @Test
    void aMessageHasOnlyTheNamesThatAreSaved() {
        assertThat(MOODS.expected()).isEqualTo("happy, SAD");
    }

    @Test
    void aConstantThatTheSchemaWasNotCompiledWithHasNoName() {
        assertThatThrownBy(() -> MOODS.nameOf(Mood.NEW)).hasMessageContaining("not compiled with: NEW");
    }
}
