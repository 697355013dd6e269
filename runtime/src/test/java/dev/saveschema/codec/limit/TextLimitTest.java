package dev.saveschema.codec.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextLimitTest {

    private static final String WORLD = "\uD83C\uDF0D";

    @Test
    void bothEndsAreWithinALimitInCharactersAndNotInHalvesOfThem() {
        TextLimit limit = TextLimit.size(2, 3);
        assertThat(limit.isTooShort("a")).isTrue();
        assertThat(limit.isTooShort(WORLD)).isTrue();
        assertThat(limit.isTooShort("ab")).isFalse();
        assertThat(limit.isTooLong("abc")).isFalse();
        assertThat(limit.isTooLong(WORLD.repeat(3))).isFalse();
        assertThat(limit.isTooLong(WORLD.repeat(3) + "a")).isTrue();
    }

    @Test
    void aTextIsCutBetweenCharacters() {
        TextLimit limit = TextLimit.size(0, 3);
        assertThat(limit.cut("abcd")).isEqualTo("abc");
        assertThat(limit.cut("a" + WORLD.repeat(5))).isEqualTo("a" + WORLD.repeat(2));
    }

    @Test
    void aBlankTextHasWhiteSpaceOnlyAndMattersOnlyToALimitThatAsks() {
        TextLimit limit = TextLimit.NONE.notBlank();
        assertThat(limit.isBlank("")).isTrue();
        assertThat(limit.isBlank(" \t\r\n")).isTrue();
        assertThat(limit.isBlank(" x ")).isFalse();
        assertThat(TextLimit.NONE.isBlank(" ")).isFalse();
    }

    @Test
    void whatIsAddedToALimitLeavesTheRestOfIt() {
        TextLimit limit =
                TextLimit.size(2, 3).matching("a.*").notBlank().matching(".*z").clamped();
        assertThat(limit.patterns()).hasToString("[a.*, .*z]");
        assertThat(limit.inked()).isTrue();
        assertThat(limit.clamp()).isTrue();
        assertThat(limit.min()).isEqualTo(2);
        assertThat(limit.max()).isEqualTo(3);
    }

    @Test
    void aViolationNamesTheEndThatIsExceeded() {
        assertThat(TextLimit.size(2, 3).violation("a")).isEqualTo("has 1 character; at least 2 are needed");
        assertThat(TextLimit.size(0, 1).violation(WORLD + WORLD)).isEqualTo("has 2 characters; at most 1 is allowed");
    }
}
