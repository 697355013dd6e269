package dev.saveschema.processor.history.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.history.snapshot.ValueType.Bounds;
import dev.saveschema.processor.history.snapshot.ValueType.Decimal;
import dev.saveschema.processor.history.snapshot.ValueType.Size;
import dev.saveschema.processor.history.snapshot.ValueType.Text;
import dev.saveschema.processor.history.snapshot.ValueType.Whole;
import dev.saveschema.processor.model.Bound;
import dev.saveschema.processor.model.JsonType;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A type that takes less than another one is told from one that takes as much, or more, in each of its limits and parts. */
class AcceptanceTest {

    private static final ValueType NUMBER = whole(0, 9);
    private static final ValueType SMALLER = whole(0, 8);
    private static final ValueType TEXT = text(0, 9);
    private static final ValueType PART = new ValueType.Defined("Part");

    private static ValueType whole(long least, long most) {
        return new Whole(Whole.Width.INT32, new Bounds(Optional.of(Bound.at(least)), Optional.of(Bound.at(most))));
    }

    private static ValueType below(String most, boolean inclusive) {
        return new Decimal(
                Decimal.Precision.DOUBLE,
                new Bounds(Optional.empty(), Optional.of(new Bound(new BigDecimal(most), inclusive))));
    }

    private static ValueType text(int least, int most, String... patterns) {
        return new Text(Text.PLAIN, new Size(least, most), List.of(patterns));
    }

    private static ValueType list(ValueType element, boolean unique, int most) {
        return new ValueType.ListOf(element, unique, new Size(0, most));
    }

    private static ValueType map(ValueType key, ValueType value, int most) {
        return new ValueType.MapOf(key, value, new Size(0, most));
    }

    private static ValueType nullable(ValueType type) {
        return new ValueType.Nullable(type);
    }

    private static ValueType oneOf(ValueType.Alternative... alternatives) {
        return new ValueType.OneOf("Source", Arrays.asList(alternatives));
    }

    private static ValueType.Alternative or(JsonType json, ValueType type) {
        return new ValueType.Alternative(json.name(), json, type);
    }

    private static void takesLess(ValueType now, ValueType before) {
        assertThat(Acceptance.accepts(now, before))
                .as("%s takes all of %s", now, before)
                .isFalse();
        takesAll(before, now);
    }

    private static void takesAll(ValueType now, ValueType before) {
        assertThat(Acceptance.accepts(now, before))
                .as("%s takes all of %s", now, before)
                .isTrue();
        assertThat(Acceptance.accepts(now, now)).as("%s takes itself", now).isTrue();
    }

    @Test
    void numbers() {
        takesLess(SMALLER, NUMBER);
        takesLess(whole(1, 9), NUMBER);
        takesLess(NUMBER, new Whole(Whole.Width.INT32, Bounds.NONE));
        takesLess(below("1.0", false), below("1.00", true));
        takesLess(below("1", true), below("1.5", false));
        takesAll(below("9", true), NUMBER);
    }

    @Test
    void texts() {
        takesLess(text(0, 8), TEXT);
        takesLess(text(1, 9), TEXT);
        takesLess(text(0, 9, "a*"), TEXT);
        takesLess(text(0, 9, "a*", "b*"), text(0, 9, "b*"));
        assertThat(Acceptance.accepts(text(0, 9, "a*"), text(0, 9, "b*"))).isFalse();
        assertThat(Acceptance.accepts(text(0, 9), PART))
                .as("constants have any length")
                .isFalse();
        assertThat(Acceptance.accepts(text(0, Integer.MAX_VALUE), PART)).isTrue();
    }

    @Test
    void listsAndSets() {
        takesLess(list(NUMBER, false, 3), list(NUMBER, false, 4));
        takesLess(list(NUMBER, true, 3), list(NUMBER, false, 3));
        takesLess(list(SMALLER, false, 3), list(NUMBER, false, 3));
    }

    @Test
    void maps() {
        takesLess(map(TEXT, NUMBER, 3), map(TEXT, NUMBER, 4));
        takesLess(map(text(1, 9), NUMBER, 3), map(TEXT, NUMBER, 3));
        takesLess(map(TEXT, SMALLER, 3), map(TEXT, NUMBER, 3));
    }

    @Test
    void aRecordHasAnyNumberOfMembersWithAnyNames() {
        ValueType anyText = text(0, Integer.MAX_VALUE);
        assertThat(Acceptance.accepts(map(anyText, new ValueType.Anything(), Integer.MAX_VALUE), PART))
                .isTrue();
        assertThat(Acceptance.accepts(map(anyText, new ValueType.Anything(), 3), PART))
                .isFalse();
        assertThat(Acceptance.accepts(map(TEXT, new ValueType.Anything(), Integer.MAX_VALUE), PART))
                .isFalse();
        assertThat(Acceptance.accepts(PART, map(anyText, new ValueType.Anything(), Integer.MAX_VALUE)))
                .as("under the name of a member may be anything")
                .isFalse();
        assertThat(Acceptance.accepts(PART, PART)).isTrue();
    }

    @Test
    void whatMayBeNull() {
        takesLess(NUMBER, nullable(NUMBER));
        takesLess(nullable(SMALLER), nullable(NUMBER));
        assertThat(Acceptance.accepts(nullable(SMALLER), NUMBER)).isFalse();
        takesAll(new ValueType.Anything(), nullable(NUMBER));
    }

    @Test
    void oneOfSeveralTypes() {
        ValueType numberOrText = oneOf(or(JsonType.NUMBER, NUMBER), or(JsonType.TEXT, TEXT));
        takesLess(oneOf(or(JsonType.NUMBER, SMALLER), or(JsonType.TEXT, TEXT)), numberOrText);
        takesLess(oneOf(or(JsonType.NUMBER, NUMBER), or(JsonType.TEXT, text(0, 8))), numberOrText);
        assertThat(Acceptance.accepts(oneOf(or(JsonType.NUMBER, SMALLER), or(JsonType.TEXT, TEXT)), NUMBER))
                .as("the text makes no room for a number")
                .isFalse();
        takesAll(oneOf(or(JsonType.NUMBER, whole(0, 99)), or(JsonType.TEXT, text(5, 5))), NUMBER);
    }
}
