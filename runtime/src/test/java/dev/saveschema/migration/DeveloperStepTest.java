package dev.saveschema.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.codec.JsonValue;
import dev.saveschema.codec.MemberName;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.migration.MigrationStep.Conversion;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** Methods of a developer's on {@code {"x": 1, "y": 2}}, which they read as {@link Point} and write as {@code {"sum": 3}}. */
class DeveloperStepTest {

    private record Point(int x, int y) {

        private static final Members MEMBERS = Members.of(Members.member("x", "0"), Members.member("y", "0"));

        static @Nullable Point read(SaveReader in) {
            int x = 0;
            int y = 0;
            if (!in.beginObject(MEMBERS)) {
                return null;
            }
            for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
                switch (member) {
                    case 0 -> x = in.readInt(x, WholeLimit.NONE);
                    default -> y = in.readInt(y, WholeLimit.NONE);
                }
            }
            return new Point(x, y);
        }
    }

    private static final MemberName SUM = MemberName.of("sum");

    private static void writeSum(SaveWriter out, int sum) {
        out.beginObject();
        out.name(SUM).write(sum);
        out.endObject();
    }

    private final RepairLog log = new RepairLog();
    private final ChangeLog changes = new ChangeLog();
    private final DeveloperStep step = new DeveloperStep(1, LoadLimits.defaults(), log, changes, new Authorship(100));

    private final ObjectNode point = (ObjectNode) JsonValue.of("{\"x\":1,\"y\":2}");

    private List<String> repairs() {
        return log.toList().stream().map(Repair::toString).toList();
    }

    private static <A> Conversion<A, Integer> throwing(Throwable cause) {
        return old -> {
            throw DeveloperStepTest.<Exception>thrown(cause);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T thrown(Throwable cause) throws T {
        throw (T) cause;
    }

    /** What a bug of the developer's may throw. */
    static Stream<Throwable> bugs() {
        return Stream.of(
                new IllegalStateException("bug"),
                new AssertionError("bug"),
                new ExceptionInInitializerError("bug"),
                new StackOverflowError("bug"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aMethodThatThrowsCostsOnlyItsOwnChanges(Throwable bug) {
        step.tree(point, "/at", "half", object -> {
            object.removeAll().put("x", 9);
            throw DeveloperStepTest.<Exception>thrown(bug);
        });
        assertThat(point).hasToString("{\"x\":1,\"y\":2}");
        assertThat(repairs())
                .containsExactly("at: step half from version 1 to 2 threw " + bug + "; its changes were undone");
        assertThat(changes.toList()).containsExactly("half: failed, its changes were undone");

        assertThat(step.<Point, Integer>typed(
                        point, "/at", "", "sum", Point::read, throwing(bug), DeveloperStepTest::writeSum))
                .isFalse();
        assertThat(point).hasToString("{\"x\":1,\"y\":2}");

        step.<Integer, Integer>conversion(
                point, "", "x", "double", in -> in.readInt(null, WholeLimit.NONE), throwing(bug), SaveWriter::write);
        assertThat(point).hasToString("{\"y\":2}");
        assertThat(repairs()).last().asString().endsWith("; used its default");
    }

    @Test
    void anErrorOfTheMachineIsNotTakenForABugOfTheMethods() {
        assertThatThrownBy(() -> step.tree(point, "", "big", object -> {
                    throw new OutOfMemoryError("full");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(repairs()).isEmpty();
    }

    @Test
    void theObjectIsTheResultOfAMethodFromRecordToRecord() {
        assertThat(step.<Point, Integer>typed(
                        point, "/at", "", "sum", Point::read, p -> p.x() + p.y(), DeveloperStepTest::writeSum))
                .isTrue();
        assertThat(point).hasToString("{\"sum\":3}");
        assertThat(repairs()).isEmpty();
        assertThat(changes.toList())
                .containsExactlyInAnyOrder("sum in at: removed x", "sum in at: removed y", "sum in at: added sum = 3");
    }

    @Test
    void aDiscriminatorIsNoMemberOfTheRecordAndComesBackAsTheFirstMember() {
        ObjectNode tagged = (ObjectNode) JsonValue.of("{\"x\":1,\"kind\":\"point\",\"y\":2}");
        step.<Point, Integer>typed(
                tagged, "", "kind", "sum", Point::read, p -> p.x() + p.y(), DeveloperStepTest::writeSum);
        assertThat(tagged).hasToString("{\"kind\":\"point\",\"sum\":3}");
        assertThat(repairs()).isEmpty();
    }

    @Test
    void aMethodThatAnswersNullIsReportedAndLeavesTheObject() {
        assertThat(step.<Point, Integer>typed(
                        point, "", "", "sum", Point::read, p -> null, DeveloperStepTest::writeSum))
                .isFalse();
        assertThat(point).hasToString("{\"x\":1,\"y\":2}");
        assertThat(repairs()).singleElement().asString().contains("step sum from version 1 to 2 answered null");
    }

    @Test
    void whatTheOldRecordHadToRepairIsReportedAtItsPlace() {
        point.put("y", "two");
        step.<Point, Integer>typed(
                point, "/at", "", "sum", Point::read, p -> p.x() + p.y(), DeveloperStepTest::writeSum);
        assertThat(point).hasToString("{\"sum\":1}");
        assertThat(repairs()).containsExactly("at.y: \"two\" is not a whole number; used 0");
    }

    private void negate(ObjectNode object, String member) {
        step.<Integer, Integer>conversion(
                object, "/at", member, "negate", in -> in.readInt(null, WholeLimit.NONE), x -> -x, SaveWriter::write);
    }

    @Test
    void aConversionPutsItsValueInPlaceOfTheOldOne() {
        negate(point, "x");
        negate(point, "absent");
        assertThat(point).hasToString("{\"x\":-1,\"y\":2}");
        assertThat(changes.toList()).containsExactly("negate: changed x from 1 to -1");
    }

    @Test
    void aConversionThatChangesNothingIsNoChange() {
        point.put("x", 0);
        negate(point, "x");
        assertThat(changes.toList()).isEmpty();
    }

    @Test
    void aValueThatTheOldTypeCannotBeIsLeftToTheDefault() {
        point.put("x", "one");
        negate(point, "x");
        assertThat(point).hasToString("{\"y\":2}");
        assertThat(repairs()).containsExactly("at.x: \"one\" is not a whole number; used its default");
    }

    @Test
    void aConversionThatAnswersNullLeavesTheMemberToItsDefault() {
        step.<Integer, Integer>conversion(
                point, "", "x", "none", in -> in.readInt(null, WholeLimit.NONE), x -> null, SaveWriter::write);
        assertThat(point).hasToString("{\"y\":2}");
        assertThat(repairs()).containsExactly("x: step none from version 1 to 2 answered null; used its default");
    }
}
