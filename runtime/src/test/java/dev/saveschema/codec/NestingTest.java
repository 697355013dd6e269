package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NestingTest {

    private static final Members MEMBERS = Members.of(Members.member("a/b", "1"), Members.member("c~d", "{}"));

    @Test
    void aPlaceIsAJsonPointer() {
        Nesting nesting = new Nesting(10);
        assertThat(nesting.pointer()).isEmpty();
        nesting.enter(MEMBERS);
        assertThat(nesting.pointer()).isEmpty();
        nesting.current().enterMember(0);
        assertThat(nesting.pointer()).isEqualTo("/a~1b");
        assertThat(nesting.pointer("x")).isEqualTo("/x");
        nesting.enter(null);
        assertThat(nesting.pointer()).isEqualTo("/a~1b");
        nesting.current().enterElement();
        nesting.current().enterElement();
        assertThat(nesting.pointer()).isEqualTo("/a~1b/1");
        nesting.leave();
        nesting.current().enterMember(1);
        nesting.enter(null);
        nesting.current().enterEntry("k");
        assertThat(nesting.pointer()).isEqualTo("/c~0d/k");
    }

    @Test
    void namesFromTheFileAreMadeFit() {
        Nesting nesting = new Nesting(10);
        nesting.enter(null);
        nesting.current().enterEntry("\u001b" + "x".repeat(1_000));
        assertThat(nesting.pointer()).startsWith("/\\u001bxxx").endsWith("…").hasSizeLessThan(100);
    }

    @Test
    void deeperThanAllowedIsNotEntered() {
        Nesting nesting = new Nesting(2);
        assertThat(nesting.enter(null)).isTrue();
        assertThat(nesting.enter(null)).isTrue();
        assertThat(nesting.enter(null)).isFalse();
        assertThat(nesting.depth()).isEqualTo(2);
        nesting.leave();
        assertThat(nesting.enter(MEMBERS)).isTrue();
    }
}
