package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the value of {@code {"v": …}}, and keeps what is reported of it. Reading must go on behind the value. */
final class OneValue {

    private static final Members MEMBERS = Members.of(Members.member("v", "the default"));

    private final LoadLimits limits;
    private List<String> repairs = List.of();

    OneValue() {
        this(LoadLimits.defaults());
    }

    OneValue(LoadLimits limits) {
        this.limits = limits;
    }

    @Nullable Object read(String value, Function<SaveReader, ?> type) {
        RepairLog log = new RepairLog();
        DocumentInput document = DocumentInput.over(("{\"v\":" + value + "}").getBytes(UTF_8), false, limits, log, 1);
        SaveReader in = document.reader();
        document.requireObject();
        in.beginObject(MEMBERS);
        assertThat(in.nextMember()).isZero();
        Object read = type.apply(in);
        assertThat(in.nextMember()).isEqualTo(SaveReader.END);
        assertThat(document.requireEnd()).isFalse();
        repairs = log.toList().stream().map(Repair::toString).toList();
        return read;
    }

    /** The repairs of the last value that was read. */
    List<String> repairs() {
        return repairs;
    }
}
