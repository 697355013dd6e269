package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The value of {@code {"v": …}}, read as one type after the other. */
class SaveReaderTest {

    private enum Mood {
        GLAD,
        SAD
    }

    private static final Constants<Mood> MOODS = Constants.of(
            Mood.class, Constants.constant(Mood.GLAD, "GLAD", "HAPPY"), Constants.constant(Mood.SAD, "SAD"));
    private static final Members MEMBERS = Members.of(Members.member("v", "the default"));

    private final List<String> repairs = new ArrayList<>();

    private @Nullable Object read(String value, Function<SaveReader, @Nullable Object> type) {
        return read(value, LoadLimits.defaults(), type);
    }

    private @Nullable Object read(String value, LoadLimits limits, Function<SaveReader, @Nullable Object> type) {
        RepairLog log = new RepairLog();
        DocumentInput document = DocumentInput.over(("{\"v\":" + value + "}").getBytes(UTF_8), false, limits, log, 1);
        SaveReader in = document.reader();
        document.requireObject();
        in.beginObject(MEMBERS);
        assertThat(in.nextMember()).isZero();
        Object read = type.apply(in);
        assertThat(in.nextMember()).isEqualTo(SaveReader.END);
        assertThat(document.requireEnd()).isFalse();
        repairs.clear();
        log.toList().stream().map(Repair::toString).forEach(repairs::add);
        return read;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            3           | 3  |
            3.0         | 3  |
            -129        | 7  | v: -129 is outside -128..127; used the default
            3.5         | 7  | v: 3.5 is not a whole number; used the default
            1e2         | 100 |
            "3"         | 7  | v: "3" is not a whole number; used the default
            null        | 7  | v: null; used the default
            [3]         | 7  | v: an array is not a whole number; used the default
            NaN         | 7  | v: line 1, column 6: NaN is no JSON value; used the default
            """)
    void aWholeNumberIsOneOrTakesTheFallback(String value, int expected, String repair) {
        assertThat(read(value, in -> in.readByte((byte) 7, WholeLimit.NONE))).isEqualTo((byte) expected);
        assertThat(repairs).isEqualTo(repair == null ? List.of() : List.of(repair));
    }

    @Test
    void numbersAreHeldToTheirLimits() {
        WholeLimit clamped = new WholeLimit(0, 10, true);
        assertThat(read("11", in -> in.readInt(5, WholeLimit.between(0, 10)))).isEqualTo(5);
        assertThat(repairs).containsExactly("v: 11 is outside 0..10; used the default");
        assertThat(read("11", in -> in.readInt(5, clamped))).isEqualTo(10);
        assertThat(repairs).containsExactly("v: 11 is outside 0..10; used 10");
        assertThat(read("10", in -> in.readInt(5, clamped))).isEqualTo(10);
        assertThat(repairs).isEmpty();
        assertThat(read("0.25", in -> in.readDouble(1, DecimalLimit.atMost("0.2"))))
                .isEqualTo(1.0);
        assertThat(repairs).hasSize(1);
        assertThat(read("0.1", in -> in.readBigDecimal(null, DecimalLimit.NONE)))
                .isEqualTo(new BigDecimal("0.1"));
        assertThat(read("1" + "0".repeat(30), in -> in.readBigInteger(null, WholeLimit.NONE)))
                .isEqualTo(BigInteger.TEN.pow(30));
        assertThat(read(
                        "1" + "0".repeat(30),
                        LoadLimits.defaults().numberLength(30),
                        in -> in.readBigInteger(BigInteger.ONE, WholeLimit.NONE)))
                .isEqualTo(BigInteger.ONE);
        assertThat(repairs).singleElement().asString().contains("at most 30 are read");
    }

    @Test
    void textIsHeldToItsLimit() {
        TextLimit short5 = TextLimit.size(2, 5);
        assertThat(read("\"abcde\"", in -> in.readString("?", short5))).isEqualTo("abcde");
        assertThat(repairs).isEmpty();
        assertThat(read("\"abcdef\"", in -> in.readString("?", short5))).isEqualTo("?");
        assertThat(read("\"a\"", in -> in.readString("?", short5))).isEqualTo("?");
        assertThat(repairs).hasSize(1);
        assertThat(read("\"abc\"", LoadLimits.defaults().textLength(2), in -> in.readString("?", TextLimit.NONE)))
                .isEqualTo("?");
        assertThat(repairs).singleElement().asString().contains("at most 2 are read");
        assertThat(read("\"x\"", in -> in.readChar('?'))).isEqualTo('x');
        assertThat(read("\"xy\"", in -> in.readChar('?'))).isEqualTo('?');
    }

    @Test
    void aConstantGoesByEachOfItsNames() {
        assertThat(read("\"HAPPY\"", in -> in.readConstant(Mood.SAD, MOODS))).isEqualTo(Mood.GLAD);
        assertThat(repairs).isEmpty();
        assertThat(read("\"ANGRY\"", in -> in.readConstant(Mood.SAD, MOODS))).isEqualTo(Mood.SAD);
        assertThat(repairs).containsExactly("v: \"ANGRY\" is not one of GLAD, SAD; used the default");
        assertThat(read("1", in -> in.readConstant(Mood.SAD, MOODS))).isEqualTo(Mood.SAD);
        assertThat(repairs).containsExactly("v: 1 is not one of GLAD, SAD; used the default");
    }

    @Test
    void aTypeOfJsonTellsAlternativesApart() {
        Alternatives either = Alternatives.of(Alternatives.Type.TEXT, Alternatives.Type.LIST);
        assertThat(read("\"x\"", in -> in.readAlternative(either))).isEqualTo(0);
        assertThat(read("[]", in -> in.readAlternative(either))).isEqualTo(1);
        assertThat(read("{}", in -> in.readAlternative(either))).isEqualTo(-1);
        assertThat(repairs).containsExactly("v: an object is not text or a list; used the default");
    }

    @Test
    void aTagTellsRecordsApartWhereverItStands() {
        Subtypes shapes = Subtypes.of("kind", Subtypes.subtype("circle", "round"), Subtypes.subtype("square"));
        assertThat(read("{\"r\":1,\"kind\":\"square\"}", in -> in.readSubtype(shapes)))
                .isEqualTo(1);
        assertThat(read("{\"kind\":\"round\"}", in -> in.readSubtype(shapes))).isEqualTo(0);
        assertThat(read("{\"kind\":\"cube\"}", in -> in.readSubtype(shapes))).isEqualTo(-1);
        assertThat(repairs).containsExactly("v: \"cube\" is not one of circle, square; used the default");
        assertThat(read("{}", in -> in.readSubtype(shapes))).isEqualTo(-1);
        assertThat(repairs)
                .containsExactly("v: has no \"kind\" that says which of circle, square it is; used the default");
        assertThat(read("{\"kind\":\"cube\"}", in -> in.readSubtype(shapes.open())))
                .isEqualTo(2);
    }

    private static List<Integer> ints(SaveReader in) {
        List<Integer> elements = new ArrayList<>();
        if (in.beginArray()) {
            while (in.nextElement()) {
                Integer element = in.readInt((Integer) null, WholeLimit.NONE);
                if (element != null) {
                    elements.add(element);
                }
            }
        }
        return elements;
    }

    @Test
    void aListIsCutOrRefusedAtItsSize() {
        assertThat(read("[1,2,3]", in -> in.list(ints(in), new SizeLimit(0, 2, true), List.of())))
                .isEqualTo(List.of(1, 2));
        assertThat(repairs).hasSize(1);
        assertThat(read("[1,2,3]", in -> in.list(ints(in), SizeLimit.size(0, 2), List.of(9))))
                .isEqualTo(List.of(9));
        assertThat(read("[1,true,3]", in -> in.list(ints(in), SizeLimit.NONE, List.of())))
                .isEqualTo(List.of(1, 3));
        assertThat(repairs).containsExactly("v[1]: true is not a whole number; dropped");
    }

    @Test
    void anElementThatASetHasIsReported() {
        Set<Integer> set = new LinkedHashSet<>();
        read("[1,2,1]", in -> {
            in.beginArray();
            while (in.nextElement()) {
                in.add(set, in.readInt(0, WholeLimit.NONE));
            }
            return set;
        });
        assertThat(set).containsExactly(1, 2);
        assertThat(repairs).containsExactly("v[2]: is in the set already; dropped");
    }

    @Test
    void keysAreHeldToTheirType() {
        Map<Integer, String> map = new LinkedHashMap<>();
        read("{\"1\":\"a\",\"x\":\"b\",\"01\":\"c\",\"1\":\"d\"}", in -> {
            in.beginMap();
            while (in.nextEntry()) {
                Integer key = in.readIntKey();
                String value = key == null ? null : in.readString(null, TextLimit.NONE);
                if (key != null && value != null) {
                    in.put(map, key, value);
                }
            }
            return map;
        });
        assertThat(map).containsOnlyKeys(1).containsValue("d");
        assertThat(repairs).hasSize(3);
    }

    @Test
    void aTreeIsWhateverStandsThere() {
        Object tree = read("{\"a\":[1,null,{\"b\":1.5}],\"a2\":\"\\u0041\"}", in -> in.readTree(null));
        assertThat(tree).hasToString("{\"a\":[1,null,{\"b\":1.5}],\"a2\":\"A\"}");
        assertThat(repairs).isEmpty();
    }

    @Test
    void whatIsNestedTooDeepIsPassedOver() {
        assertThat(read("[[[[1]]]]", LoadLimits.defaults().nesting(3), in -> in.readTree(null)))
                .hasToString("[[]]");
        assertThat(repairs).hasSize(1);
    }
}
