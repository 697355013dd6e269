package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.limit.WholeLimit;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A summary of a level between 1 and 99. */
class HeadReaderTest {

    private static final Members LEVEL = Members.of(Members.member("level", "1"));
    private static final SummarySchema<Integer, Integer> SUMMARY =
            new SummarySchema<>(LEVEL, HeadReaderTest::level, value -> value);

    private static int level(SaveReader in) {
        int level = 1;
        in.beginObject(LEVEL);
        for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
            level = in.readInt(level, WholeLimit.between(1, 99));
        }
        return level;
    }

    private static Optional<Integer> summary(String head) {
        return HeadReader.summary(head.getBytes(UTF_8), SUMMARY, LoadLimits.defaults());
    }

    @Test
    void summaryIsReadThoughTheDocumentIsCutOffBehindIt() {
        assertThat(summary("{\"$version\":3,\"level\":7,\"diary\":[\"once upo")).contains(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$version\":3,\"level\":7", // the number may go on
                "{\"$version\":3,\"diary\":[],\"level\":7}",
                "{\"$version\":3,\"level\":100,\"diary\":[]}",
                "{\"$version\":3,\"level\":\"7\",\"diary\":[]}",
                "{\"$version\":3,\"level\":NaN,\"diary\":[]}",
                "{\"$version\":3}",
                "[]",
                ""
            })
    void summaryThatIsNotWholeNotFirstOrNeedsARepairIsLeftToALoad(String head) {
        assertThat(summary(head)).isEmpty();
    }

    @Test
    void versionIsReadAtTheStartOnly() {
        assertThat(HeadReader.version("{ \"$version\": 12, ".getBytes(UTF_8))).isEqualTo(OptionalInt.of(12));
        assertThat(HeadReader.version("{\"level\":7,\"$version\":12}".getBytes(UTF_8)))
                .isEmpty();
        assertThat(HeadReader.version("{\"$version\":12".getBytes(UTF_8))).isEmpty();
    }
}
