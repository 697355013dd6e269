package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeLogTest {

    private final ChangeLog log = new ChangeLog();

    @Test
    void linesAreKeptInTheirOrder() {
        log.add("first");
        log.add(() -> "second");
        assertThat(log.toList()).isEqualTo(List.of("first", "second"));
    }

    @Test
    void linesBeyondTheMostAreCountedAndNotMade() {
        for (int line = 0; line < ChangeLog.MOST; line++) {
            log.add("line");
        }
        log.add("one more");
        log.add(() -> {
            throw new AssertionError("made for nobody");
        });
        assertThat(log.toList()).hasSize(ChangeLog.MOST + 1).endsWith("2 more");
    }
}
