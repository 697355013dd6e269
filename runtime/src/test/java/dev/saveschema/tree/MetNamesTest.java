package dev.saveschema.tree;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetNamesTest {

    private final MetNames names = new MetNames();

    private static String copy(String name) {
        return String.valueOf(name.toCharArray());
    }

    @Test
    void aNameThatIsMetAgainIsTheSameString() {
        String first = copy("level");
        assertThat(names.again(first)).isNull();
        assertThat(names.again(copy("level"))).isSameAs(first);
        assertThat(names.again("pets")).isNull();
    }

    @Test
    void namesBeyondAThousandAreNotRemembered() {
        for (int name = 0; name < 2_000; name++) {
            assertThat(names.again("key " + name)).isNull();
        }
        assertThat(names.again("key 999")).isEqualTo("key 999");
        assertThat(names.again("key 1000")).isNull();
    }
}
