package dev.saveschema.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairLogTest {

    @Test
    void aThousandRepairsAreKept() {
        assertThat(filled(1_000).toList())
                .hasSize(1_000)
                .allMatch(repair -> repair.problem().equals("missing"));
        assertThat(filled(999).hasRoom()).isTrue();
        assertThat(filled(1_000).hasRoom()).isFalse();
    }

    @Test
    void theRestIsCountedByReason() {
        RepairLog log = filled(1_000);
        log.add(repair(Reason.NULL));
        log.count(Reason.NULL);
        log.count(Reason.DUPLICATE);
        List<Repair> repairs = log.toList();
        assertThat(repairs).hasSize(1_002);
        assertThat(repairs.subList(1_000, 1_002))
                .extracting(Repair::toString)
                .containsExactly(
                        "the file: 2 more repairs; not listed one by one",
                        "the file: 1 more repair; not listed one by one");
        assertThat(repairs.subList(1_000, 1_002))
                .extracting(Repair::reason)
                .containsExactly(Reason.NULL, Reason.DUPLICATE);
    }

    private static RepairLog filled(int count) {
        RepairLog log = new RepairLog();
        for (int i = 0; i < count; i++) {
            log.add(repair(Reason.MISSING));
        }
        return log;
    }

    private static Repair repair(Reason reason) {
        return new Repair("/a", reason, "missing", Optional.empty(), "used 1");
    }
}
