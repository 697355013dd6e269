package dev.saveschema.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.codec.MemberName;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.TooDeepException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Dolls in dolls, {@code {"inner": {"inner": null}}}; the default of an inner doll has one more in it. */
class ReadingTest {

    private record Doll(@Nullable Doll inner) {

        int depth() {
            return inner == null ? 1 : 1 + inner.depth();
        }
    }

    private static final class DollSchema implements DocumentSchema<Doll> {

        private static final MemberName INNER = MemberName.of("inner");
        private static final Members MEMBERS = Members.of(Members.optional("inner", "two dolls"));

        @Override
        public int version() {
            return 1;
        }

        @Override
        public int oldestVersion() {
            return 1;
        }

        @Override
        public int unversionedVersion() {
            return 1;
        }

        @Override
        public Doll defaultValue() {
            return new Doll(null);
        }

        @Override
        public Doll read(SaveReader in) {
            if (!in.beginObject(MEMBERS)) {
                return new Doll(new Doll(null));
            }
            Doll inner = null;
            while (in.nextMember() != SaveReader.END) {
                inner = in.skipNull() ? null : read(in);
            }
            return new Doll(inner);
        }

        @Override
        public void write(SaveWriter out, Doll doll) {
            out.beginObject();
            if (doll.inner() != null) {
                out.name(INNER);
                write(out, doll.inner());
            }
            out.endObject();
        }

        @Override
        public List<MigratedStep> migrate(ObjectNode document, int from, LoadLimits limits, RepairLog log) {
            throw new AssertionError("there is no older version");
        }
    }

    private static final LoadLimits FIVE = LoadLimits.defaults().nesting(5);

    private static Doll read(int depth, String innermost) {
        String document = "{\"inner\":".repeat(depth) + innermost + "}".repeat(depth);
        return new DocumentReader<>(new DollSchema(), FIVE)
                .read(document.getBytes(UTF_8))
                .value();
    }

    private static void assertCanBeSaved(Doll doll) {
        assertThat(DocumentWriter.body(new DollSchema(), doll, false, FIVE)).isNotEmpty();
    }

    @Test
    void aValueWhoseDefaultsWouldBeTooDeepToBeSavedIsReadWithFewerLevels() {
        assertThatThrownBy(() -> assertCanBeSaved(new Doll(new Doll(new Doll(new Doll(new Doll(new Doll(null))))))))
                .isInstanceOf(TooDeepException.class);
        for (int depth = 1; depth <= 10; depth++) {
            Doll doll = read(depth, "\"no doll\"");
            assertCanBeSaved(doll);
            assertThat(doll.depth()).isEqualTo(depth <= 3 ? depth + 2 : 5);
        }
    }

    @Test
    void aValueAtTheDeepestLevelIsReadAsItIs() {
        assertThat(read(5, "null").depth()).isEqualTo(5);
    }
}
