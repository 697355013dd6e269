package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersTest {

    private static final Members HERO = Members.of(
            Members.member("name", "\"?\""),
            Members.member("level", "1", "lvl", "rank"),
            Members.optional("pet", "null"));

    @Test
    void memberIsFoundByEachOfItsNames() {
        for (String name : new String[] {"level", "lvl", "rank"}) {
            assertThat(HERO.has(name)).as(name).isTrue();
            assertThat(HERO.numberOf(HERO.names().find(name))).as(name).isEqualTo(1);
        }
        assertThat(HERO.has("Level")).isFalse();
        assertThat(HERO.has("")).isFalse();
    }

    @Test
    void firstNameOfAMemberIsTheOneThatIsSaved() {
        for (int number = 0; number < HERO.count(); number++) {
            assertThat(HERO.names().find(HERO.get(number).name())).isEqualTo(HERO.nameOf(number));
        }
        assertThat(HERO.get(1).name()).isEqualTo("level");
    }

    @Test
    void onlyAMemberThatMayBeAbsentIsNotExpected() {
        assertThat(HERO.get(1).expected()).isTrue();
        assertThat(HERO.get(2).expected()).isFalse();
    }

    @Test
    void defaultThatAReportShowsIsOneLine() {
        assertThat(Members.member("a", "two\nlines").fallback()).doesNotContain("\n");
    }
}
