package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ValueWriterTest {

    private enum Mood {
        GLAD,
        NEW
    }

    private static final Constants<Mood> MOODS =
            Constants.of(Mood.class, Constants.constant(Mood.GLAD, "happy", "GLAD"));

    private static void assertRefused(LoadLimits limits, Consumer<SaveWriter> content, String message) {
        assertThatThrownBy(() -> Written.of(limits, Written.member(content)))
                .isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class)
                .hasMessageStartingWith(message);
    }

    private static void assertRefused(Consumer<SaveWriter> content, String message) {
        assertRefused(LoadLimits.defaults(), content, message);
    }

    @Test
    void eachValueIsWrittenInTheFormThatIsRead() {
        assertThat(Written.of(out -> {
                    out.beginArray();
                    out.writeNull();
                    out.write(true);
                    out.write(Integer.MIN_VALUE);
                    out.write(Long.MAX_VALUE);
                    out.write(0.1f);
                    out.write(-0.0);
                    out.write('"');
                    out.write("é\n");
                    out.write(BigInteger.TEN.pow(20));
                    out.write(new BigDecimal("1.50"));
                    out.write(MOODS, Mood.GLAD);
                    out.write(Scalars.INSTANT, Instant.EPOCH);
                    out.write(Scalars.LOCAL_DATE, LocalDate.EPOCH);
                    out.endArray();
                }))
                .isEqualTo("[null,true,-2147483648,9223372036854775807,0.1,-0.0,\"\\\"\",\"é\\n\","
                        + "100000000000000000000,1.50,\"happy\",\"1970-01-01T00:00:00Z\",\"1970-01-01\"]");
    }

    @Test
    void aNullIsRefusedAtItsPlace() {
        assertRefused(
                out -> out.write((String) null), "v: null cannot be saved; use an Optional for what may be absent");
        assertRefused(out -> out.write((BigDecimal) null), "v: null cannot be saved");
        assertRefused(out -> out.write(MOODS, null), "v: null cannot be saved");
        assertRefused(out -> out.write(Scalars.INSTANT, null), "v: null cannot be saved");
        assertRefused(
                out -> {
                    out.beginArray();
                    out.write(1);
                    out.required(null);
                },
                "v[1]: null cannot be saved; leave it out");
        assertThatThrownBy(() -> Written.of(out -> out.write((String) null)))
                .hasMessageStartingWith("the document: null cannot be saved");
    }

    @Test
    void aNumberThatIsNotFiniteIsRefused() {
        assertRefused(out -> out.write(Double.NaN), "v: NaN cannot be saved; JSON has only finite numbers");
        assertRefused(out -> out.write(Float.NEGATIVE_INFINITY), "v: -Infinity cannot be saved");
    }

    @Test
    void whatIsLongerThanALoadReadsIsRefusedAndWhatIsJustAsLongIsWritten() {
        LoadLimits limits = LoadLimits.defaults().textLength(3).numberLength(5);
        assertThat(Written.of(limits, out -> out.write("abc"))).isEqualTo("\"abc\"");
        assertRefused(
                limits,
                out -> out.write("abcd"),
                "v: text of 4 characters cannot be saved, since a load reads at most 3");
        assertThat(Written.of(limits, out -> out.write(BigInteger.valueOf(99_999))))
                .isEqualTo("99999");
        assertRefused(limits, out -> out.write(BigInteger.valueOf(-99_999)), "v: a number of 17 bits cannot be saved");
        assertRefused(limits, out -> out.write(BigInteger.ONE.shiftLeft(10_000_000)), "v: a number of 10,000,001 bits");
        assertThat(Written.of(limits, out -> out.write(new BigDecimal("1.500"))))
                .isEqualTo("1.500");
        assertRefused(
                limits, out -> out.write(new BigDecimal("1.5000")), "v: a number of 6 characters cannot be saved");
    }

    @Test
    void aConstantThatTheSchemaDoesNotKnowIsRefused() {
        assertRefused(out -> out.write(MOODS, Mood.NEW), "a constant that the schema was not compiled with: NEW");
    }

    @Test
    void moreThanALoadTakesIsRefused() {
        LoadLimits limits = LoadLimits.defaults().elements(2);
        Consumer<SaveWriter> two = out -> {
            out.beginArray();
            out.write(1);
            out.write(2);
            out.endArray();
        };
        assertThat(Written.of(limits, two)).isEqualTo("[1,2]");
        assertThatThrownBy(() -> Written.of(limits, out -> {
                    out.beginArray();
                    two.accept(out);
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a save with more than 2 members and elements cannot be loaded again");
    }
}
