package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Repair;
import dev.saveschema.json.Scanner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredVersionTest {

    private static final int HEAD = 7;

    private static @Nullable StoredVersion first(String document) {
        return StoredVersion.first(document.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$version\":4,\"a\":1}",
                "{\n  \"$version\": 4,\n  \"a\": 1\n}\n",
                " \r\n\t{ \"$version\" : 4 }",
                "{\"$version\":4}",
                "{\"$version\":4,",
            })
    void aVersionAtTheStartOfADocumentIsFoundThere(String document) {
        StoredVersion version = first(document);
        assertThat(version).isNotNull();
        assertThat(version.number()).isEqualTo(4);
        assertThat(version.stored()).hasValue(4);
        assertThat(version.repair()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "{}",
                "{\"$version\"",
                "{\"$version\":",
                "{\"$version\":4",
                "{\"$version\":\"4\"}",
                "{\"$version\":4.0}",
                "{\"$version\":4e1}",
                "{\"$version\":-4}",
                "{\"$version\":0}",
                "{\"$version\":04}",
                "{\"$version\":1234567890}",
                "{\"$versions\":4}",
                "{\"\\u0024version\":4}",
                "{\"a\":1,\"$version\":4}",
                "[{\"$version\":4}]",
            })
    void anyOtherVersionIsLookedForMoreClosely(String document) {
        assertThat(first(document)).isNull();
    }

    private static StoredVersion read(String value) {
        Scanner in = new Scanner(value.getBytes(UTF_8), true, (defect, used) -> {});
        in.first();
        return StoredVersion.read(in, HEAD);
    }

    @ParameterizedTest
    @CsvSource({"4, 4", "4.0, 4", "40e-1, 4", "2147483647, 2147483647"})
    void aVersionIsAWholeNumberHoweverItIsSpelled(String value, int number) {
        assertThat(read(value)).isEqualTo(StoredVersion.stated(number));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            "4"        | 4 | "4" is not a version; read as version 4
            "four"     | 7 | "four" is not a version; read as version 7
            0          | 7 | 0 is not a version; read as version 7
            -4         | 7 | -4 is not a version; read as version 7
            4.5        | 7 | 4.5 is not a version; read as version 7
            2147483648 | 7 | 2147483648 is not a version; read as version 7
            1e99       | 7 | 1e99 is not a version; read as version 7
            true       | 7 | true is not a version; read as version 7
            null       | 7 | null is not a version; read as version 7
            [4]        | 7 | a structure is not a version; read as version 7
            """)
    void whatIsNoVersionIsReportedAndTakenForTheProgramsOwnUnlessItIsOneInQuotes(
            String value, int number, String repair) {
        StoredVersion version = read(value);
        assertThat(version.number()).isEqualTo(number);
        assertThat(version.stored()).isEmpty();
        assertThat(version.repair().map(Repair::toString)).hasValue("$version: " + repair);
    }

    @Test
    void aNumberThatIsLongerThanAnyVersionIsNotReadAsOne() {
        assertThat(read("1" + "0".repeat(50)).number()).isEqualTo(HEAD);
        assertThat(read("4." + "0".repeat(50)).number()).isEqualTo(4);
        assertThat(read("4." + "0".repeat(200)).number()).isEqualTo(HEAD);
    }

    @Test
    void aDocumentThatLostItsVersionHasThatOfItsSeal() {
        assertThat(StoredVersion.of(new StoredSeal(4, 2, 3), HEAD).number()).isEqualTo(4);
        StoredVersion ofOther = StoredVersion.of(StoredSeal.SILENT, HEAD);
        assertThat(ofOther.number()).isEqualTo(HEAD);
        assertThat(ofOther.repair().map(Repair::toString))
                .hasValue("$version: missing, though the file has a seal; read as version 7");
    }
}
