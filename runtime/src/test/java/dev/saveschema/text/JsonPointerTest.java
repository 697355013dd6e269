package dev.saveschema.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPointerTest {

    /** A user who reads of a place in a step and in a repair is to see that it is the same one. */
    @ParameterizedTest
    @CsvSource({
        "/settings/volume, settings.volume",
        "/modes/0, modes[0]",
        "/lists/1/12/name, lists[1][12].name",
        "/0, [0]",
        "/a~1b/c~0d, a/b.c~d",
        "/byKey/12a, byKey.12a"
    })
    void aPlaceInAStepIsSpeltAsInARepair(String pointer, String place) {
        assertThat(JsonPointer.inWords(pointer)).isEqualTo(place);
        assertThat(new Repair(pointer, Reason.MISSING, "missing", Optional.empty(), "used 1").place())
                .isEqualTo(place);
    }

    @Test
    void aPartIsAddedToAPlaceInWords() {
        for (String name : List.of("b", "0", "12", "12a", "a b", "x\ny", "")) {
            assertThat(JsonPointer.inWords(JsonPointer.inWords("/a/3"), name))
                    .isEqualTo(JsonPointer.inWords(JsonPointer.member("/a/3", name)));
            assertThat(JsonPointer.inWords("", name)).isEqualTo(JsonPointer.inWords(JsonPointer.member("", name)));
        }
    }
}
