package dev.saveschema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {

    @ParameterizedTest
    @CsvSource({
        "'', the file",
        "/volume, volume",
        "/settings/volume, settings.volume",
        "/settings/keys/2, settings.keys[2]",
        "/lists/0/1/name, lists[0][1].name",
        "/0, [0]",
        "/a~1b/c~0d, a/b.c~d",
        "/~01, ~1",
        "/map/, map.",
        "/map/-1, map.-1",
        "/a/1x, a.1x"
    })
    void aPlaceIsWrittenAsPeopleWriteIt(String pointer, String place) {
        Repair repair =
                new Repair(pointer, Reason.OUT_OF_RANGE, "400 is outside 0..100", Optional.of("400"), "used 80");
        assertThat(repair.place()).isEqualTo(place);
        assertThat(repair).hasToString(place + ": 400 is outside 0..100; used 80");
    }
}
