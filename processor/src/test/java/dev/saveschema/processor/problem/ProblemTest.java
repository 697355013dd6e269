package dev.saveschema.processor.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    private static final Origin NOWHERE = new Origin() {};

    @Test
    void theFirstLineStandsAloneAndFixesAreAlternatives() {
        assertThat(Problem.error("Some", NOWHERE)
                        .saying("%s is wrong", "x")
                        .fact("100% sure".replace("%", "%%"))
                        .fixes(List.of("@Default(\"100%\")", "nothing"))
                        .render())
                .isEqualTo("""
                        [SaveSchema/Some] x is wrong
                        100% sure
                        Fix: @Default("100%")
                        Or:  nothing""");
    }

    @Test
    void aLiteralCanBePasted() {
        assertThat(Code.quoted("a\"b\\c\nd\u0001")).isEqualTo("\"a\\\"b\\\\c\\nd\\u0001\"");
    }

    @Test
    void theNearestNameHasTheFewestChanges() {
        assertThat(Nearest.to("NORMEL", List.of("EASY", "NORMAL", "HARD"))).contains("NORMAL");
        assertThat(Nearest.to("hrad", List.of("EASY", "NORMAL", "HARD"))).contains("HARD");
        assertThat(Nearest.to("x", List.of())).isEmpty();
        assertThat(Nearest.similarTo("newID", List.of("other", "newId"))).contains("newId");
        assertThat(Nearest.similarTo("newID", List.of("other"))).isEmpty();
    }
}
