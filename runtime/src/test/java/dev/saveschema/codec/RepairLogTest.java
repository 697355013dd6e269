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

    @Test
    void anUnknownNameIsListedOnceForAllObjectsOfItsKind() {
        Members points = Members.of(Members.member("a", "1"));
        Members lines = Members.of(Members.member("a", "1"));
        RepairLog log = new RepairLog();
        for (int at = 0; at < 10_000; at++) {
            String place = "/points/" + at + "/x";
            log.unknownMember(points, "x", () -> unknown(place));
        }
        log.unknownMember(points, "y", () -> unknown("/points/0/y"));
        log.unknownMember(lines, "x", () -> unknown("/lines/3/x"));
        assertThat(log.toList())
                .extracting(Repair::toString)
                .containsExactly(
                        "points[0].x: unknown, 5, and 9,999 more like it; dropped",
                        "points[0].y: unknown, 5; dropped",
                        "lines[3].x: unknown, 5; dropped");
    }

    @Test
    void oneOfAKnownNameTakesNoRoom() {
        Members members = Members.of(Members.member("a", "1"));
        RepairLog log = new RepairLog();
        log.unknownMember(members, "x", () -> unknown("/x"));
        for (int i = 0; i < 999; i++) {
            log.add(repair(Reason.MISSING));
        }
        log.unknownMember(members, "x", () -> unknown("/x"));
        log.unknownMember(members, "y", () -> unknown("/y"));
        List<Repair> repairs = log.toList();
        assertThat(repairs).hasSize(1_001);
        assertThat(repairs.get(0)).hasToString("x: unknown, 5, and 1 more like it; dropped");
        assertThat(repairs.get(1_000)).hasToString("the file: 1 more repair; not listed one by one");
    }

    private static Repair unknown(String pointer) {
        return new Repair(pointer, Reason.UNKNOWN_MEMBER, "unknown, 5", Optional.of("5"), "dropped");
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
