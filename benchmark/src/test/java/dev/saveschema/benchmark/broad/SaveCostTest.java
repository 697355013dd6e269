package dev.saveschema.benchmark.broad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveCostTest {

    @Test
    void savesAreMeasuredAndLeaveNothingBehind(@TempDir Path folder) throws IOException {
        SaveCost.Result result = new SaveCost(1_000, 1, 2).measure(folder);
        assertThat(result.ratio()).isPositive();
        assertThat(folder).isEmptyDirectory();
    }
}
