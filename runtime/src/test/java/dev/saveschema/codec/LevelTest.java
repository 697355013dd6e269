package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelTest {

    private static final Members TWO = Members.of(Members.member("a", "1"), Members.member("b", "2"));

    private final Level level = new Level();

    @Test
    void memberThatIsMetAgainIsTold() {
        level.start(TWO);
        assertThat(level.enterMember(1)).isTrue();
        assertThat(level.used()).isEqualTo("used 2");
        assertThat(level.enterMember(1)).isFalse();
        assertThat(level.used()).isEqualTo("used the value before it");
        assertThat(level.hasMet(0)).isFalse();
    }

    /** The members that were met are bits, 64 in a word. */
    @Test
    void membersBeyondTheFirstWordAreToldApart() {
        Members many = Members.of(IntStream.range(0, 130)
                .mapToObj(number -> Members.member("m" + number, "0"))
                .toArray(Members.Member[]::new));
        level.start(many);
        level.enterMember(1);
        assertThat(level.hasMet(65)).isFalse();
        assertThat(level.hasMet(129)).isFalse();
        assertThat(level.enterMember(129)).isTrue();
        assertThat(level.hasMet(1)).isTrue();
    }

    @Test
    void nextObjectBeginsWithNothingMet() {
        level.start(TWO);
        level.enterMember(0);
        level.keepPlaces();
        level.start(TWO);
        assertThat(level.hasMet(0)).isFalse();
        assertThat(level.guess()).isZero();
        assertThat(level.part()).isNull();
        level.enterMember(0);
        assertThat(level.used()).isEqualTo("used 1");
    }

    @Test
    void memberAfterTheLastOneIsExpectedNext() {
        level.start(TWO);
        level.enterMember(0);
        assertThat(level.guess()).isEqualTo(1);
    }

    @Test
    void placeIsTheNameOfAMemberTheKeyOfAnEntryOrTheIndexOfAnElement() {
        level.start(TWO);
        level.enterMember(1);
        assertThat(level.part()).isEqualTo("b");
        level.enterEntry("a key");
        assertThat(level.part()).isEqualTo("a key");
        level.enterNothing();
        assertThat(level.part()).isNull();
        level.start(null);
        level.enterElement();
        level.enterElement();
        assertThat(level.part()).isEqualTo("1");
    }

    @Test
    void elementIsDroppedUnlessTheArrayKeepsPlaces() {
        level.start(null);
        level.enterElement();
        assertThat(level.used()).isEqualTo("dropped");
        level.keepPlaces();
        assertThat(level.used()).isEqualTo("used null");
    }

    @Test
    void discriminatorIsMetOnce() {
        level.start(TWO);
        level.tagged("type");
        assertThat(level.isTag("type")).isTrue();
        assertThat(level.isTag("a")).isFalse();
        assertThat(level.meetTag()).isTrue();
        assertThat(level.meetTag()).isFalse();
        level.tagged("type");
        assertThat(level.meetTag()).isTrue();
    }
}
