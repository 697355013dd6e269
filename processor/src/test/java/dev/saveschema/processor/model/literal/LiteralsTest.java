package dev.saveschema.processor.model.literal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.ScalarKind;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Shape.Decimal.Precision;
import dev.saveschema.processor.model.Shape.Sequence.Kind;
import dev.saveschema.processor.model.Shape.Whole.Width;
import dev.saveschema.processor.problem.Origin;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiteralsTest {

    private static final Shape INT = new Shape.Whole(Width.INT, true);
    private static final Shape DOUBLE = new Shape.Decimal(Precision.DOUBLE, true);
    private static final Origin NOWHERE = new Origin() {};
    private static final EnumConstant RED =
            new EnumConstant("RED", "red", List.of("rouge"), List.of(), NOWHERE, NOWHERE, NOWHERE);
    private static final Shape COLORS =
            new Shape.Enumeration(new ClassRef("example", List.of("Color")), List.of(RED), List.of(), NOWHERE);

    @Test
    void numbersReachTheBoundsOfTheirType() throws LiteralException {
        assertThat(Literals.parse(INT, "-2147483648")).isEqualTo(new Literal.Number(new BigDecimal("-2147483648")));
        assertThat(Literals.parse(new Shape.Whole(Width.BIG, true), "9".repeat(30)))
                .isEqualTo(new Literal.Number(new BigDecimal("9".repeat(30))));
        assertThat(Literals.parse(DOUBLE, "-1.5e3")).isEqualTo(new Literal.Number(new BigDecimal("-1.5e3")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "+1", "01", "1_0", "0x1", "1L", "5.0", "1e3", "2147483648", "٣"})
    void whatIsNoIntIsRefused(String text) {
        assertThatThrownBy(() -> Literals.parse(INT, text)).isInstanceOf(LiteralException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".5", "5.", "1d", "NaN", "Infinity", "1e400", "1e99999999999"})
    void whatIsNoDoubleIsRefused(String text) {
        assertThatThrownBy(() -> Literals.parse(DOUBLE, text)).isInstanceOf(LiteralException.class);
    }

    @Test
    void aHugeBigDecimalIsNotWorkedOut() throws LiteralException {
        assertThat(Literals.parse(new Shape.Decimal(Precision.BIG, true), "1e999999999"))
                .isEqualTo(new Literal.Number(new BigDecimal("1e999999999")));
    }

    @Test
    void aConstantIsNamedAsInJava() throws LiteralException {
        assertThat(Literals.parse(COLORS, "RED")).isEqualTo(new Literal.Constant(RED));
        assertThatThrownBy(() -> Literals.parse(COLORS, "red")).isInstanceOf(UnknownNameException.class);
    }

    @Test
    void collectionsNest() throws LiteralException {
        Shape shape = new Shape.Mapping(INT, new Shape.Sequence(Kind.LIST, COLORS));
        Literal red = new Literal.Constant(RED);
        assertThat(Literals.parse(shape, "{\"7\": [\"RED\", \"RED\"]}"))
                .isEqualTo(new Literal.Entries(List.of(new Literal.Entries.Entry(
                        new Literal.Number(new BigDecimal(7)), new Literal.Elements(List.of(red, red))))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[1,]", "[1 2]", "[null]", "[\"1\"]", "[1.0]", "{}", "1", "[1] x", "[1]]", "[true]"})
    void whatIsNoListOfIntsIsRefused(String text) {
        assertThatThrownBy(() -> Literals.parse(new Shape.Sequence(Kind.LIST, INT), text))
                .isInstanceOf(LiteralException.class);
    }

    @Test
    void anUnclosedBracketIsSaidInShort() {
        assertThatThrownBy(() -> Literals.parse(new Shape.Sequence(Kind.LIST, INT), "[1, 2"))
                .hasMessage("not JSON at character 5: Unexpected end-of-input: expected close marker for Array");
    }

    @Test
    void nothingIsInASetTwiceHoweverItIsSpelled() {
        assertThatThrownBy(() -> Literals.parse(new Shape.Sequence(Kind.SET, DOUBLE), "[1, 1.0]"))
                .hasMessage("element 2 of the set is there already");
        assertThatThrownBy(() -> Literals.parse(
                        new Shape.Sequence(Kind.SET, new Shape.Scalar(ScalarKind.DURATION)), "[\"PT1M\", \"PT60S\"]"))
                .hasMessage("element 2 of the set is there already");
    }

    @Test
    void noKeyIsThereTwice() {
        assertThatThrownBy(() -> Literals.parse(new Shape.Mapping(new Shape.Text(), INT), "{\"a\": 1, \"a\": 2}"))
                .hasMessage("the key \"a\" is there twice");
    }

    @Test
    void halfACharacterIsATextButNoName() throws LiteralException {
        assertThat(Literals.parse(new Shape.Text(), "\uD83D")).isEqualTo(new Literal.Text("\uD83D"));
        assertThatThrownBy(() -> Literals.parse(new Shape.Mapping(new Shape.Text(), INT), "{\"\\uD83D\": 1}"))
                .isInstanceOf(LiteralException.class);
        assertThatThrownBy(() -> Literals.parse(new Shape.Anything(), "{\"\\uD83D\": 1}"))
                .isInstanceOf(LiteralException.class);
    }

    @Test
    void anOptionalIsItsValue() throws LiteralException {
        assertThat(Literals.parse(new Shape.OptionalOf(new Shape.Flag(true)), "true"))
                .isEqualTo(new Literal.Flag(true));
    }
}
