package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import org.junit.jupiter.api.Test;

class TreeReaderTest {

    private final OneValue v = new OneValue();

    private String tree(OneValue value, String json) {
        return String.valueOf(value.read(json, in -> in.readTree(null)));
    }

    @Test
    void aTreeIsWhateverStandsThere() {
        assertThat(tree(v, "{\"a\":[1,null,true,{\"b\":1.5}],\"a2\":\"\\u0041\",\"c\":{},\"d\":[]}"))
                .isEqualTo("{\"a\":[1,null,true,{\"b\":1.5}],\"a2\":\"A\",\"c\":{},\"d\":[]}");
        assertThat(v.repairs()).isEmpty();
    }

    @Test
    void whatCannotBeUsedIsLeftOutAndTheRestIsRead() {
        assertThat(tree(v, "{\"a\":NaN,\"b\":[1,'x',2],\"c\":3}")).isEqualTo("{\"b\":[1,2],\"c\":3}");
        assertThat(v.repairs())
                .containsExactly(
                        "v.a: line 1, column 11: NaN is no JSON value; dropped",
                        "v.b[1]: line 1, column 22: 'x' is in single quotes; dropped");
    }

    @Test
    void ofTwoMembersOfANameTheLastCounts() {
        assertThat(tree(v, "{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(v.repairs()).containsExactly("v.a: occurs twice; used the last");
    }

    @Test
    void whatIsNestedTooDeepIsLeftOut() {
        OneValue shallow = new OneValue(LoadLimits.defaults().nesting(3));
        assertThat(tree(shallow, "{\"a\":{\"b\":[1]},\"c\":[2]}")).isEqualTo("{\"a\":{},\"c\":[2]}");
        assertThat(shallow.repairs()).containsExactly("v.a.b: nested more than 3 levels deep; dropped");
    }

    @Test
    void whatIsLongerThanAllowedIsLeftOut() {
        OneValue strict = new OneValue(LoadLimits.defaults().textLength(3).numberLength(3));
        assertThat(tree(strict, "[\"abc\",\"abcd\",123,1234,1.5,1.50]")).isEqualTo("[\"abc\",123,1.5]");
        assertThat(strict.repairs()).hasSize(3).allMatch(line -> line.endsWith("at most 3 are read; dropped"));
    }

    @Test
    void aNumberThatJavaCannotHoldIsLeftOut() {
        assertThat(tree(v, "[1,1e99999999999,2]")).isEqualTo("[1,2]");
        assertThat(v.repairs()).containsExactly("v[1]: 1e99999999999 is too large; dropped");
    }
}
