package dev.saveschema.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.Scanner;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScalarNodesTest {

    private final List<String> refusals = new ArrayList<>();

    private @Nullable JsonNode number(String json) {
        Scanner in = new Scanner(json.getBytes(UTF_8), false, (defect, used) -> {});
        in.first();
        assertThat(in.isNumber()).isTrue();
        return new ScalarNodes(in, new MemoryEstimate(LoadLimits.defaults(), refusals::add)).number();
    }

    /** A node equals only one of the same kind. */
    @ParameterizedTest
    @CsvSource({
        "0",
        "-1",
        "2147483647",
        "-2147483648",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "1.5",
        "-0.0",
        "1.0",
        "0.1",
        "1.0E30"
    })
    void aNumberIsTheNodeThatJacksonMakesOfIt(String json) {
        assertThat(number(json)).isEqualTo(JsonMapper.shared().readTree(json));
    }

    @ParameterizedTest
    @CsvSource({"14E0, 14", "2e3, 2E+3", "1.50, 1.50", "87.5e0, 87.5", "0.10000000000000000001, 0.10000000000000000001"
    })
    void aNumberThatIsSpelledOtherwiseIsTheNodeAsWhichItIsReadAgain(String json, String again) {
        JsonNode node = number(json);
        assertThat(node).isNotNull();
        assertThat(node.decimalValue()).isEqualByComparingTo(new BigDecimal(json));
        assertThat(number(node.toString())).isEqualTo(node);
        assertThat(node).hasToString(again);
    }

    @Test
    void aNumberThatJavaCannotHoldIsNoNode() {
        assertThat(number("1e99999999999")).isNull();
    }

    @Test
    void textsAndLargeNumbersCountTowardsTheBoundOfMemory() {
        LoadLimits limits = LoadLimits.defaults();
        Scanner in = new Scanner(("1" + "0".repeat(900)).getBytes(UTF_8), false, (defect, used) -> {});
        in.first();
        in.isNumber();
        ScalarNodes nodes = new ScalarNodes(in, new MemoryEstimate(limits, refusals::add));
        String text = "x".repeat(1_000_000);
        for (long bytes = 0; bytes < limits.memoryBytes() - 3_000_000; bytes += 2_000_056) {
            nodes.text(text);
        }
        assertThat(refusals).isEmpty();
        for (int number = 0; number < 4_000; number++) {
            nodes.number();
        }
        assertThat(refusals).isNotEmpty().containsOnly("more than 384 MiB in memory");
    }
}
