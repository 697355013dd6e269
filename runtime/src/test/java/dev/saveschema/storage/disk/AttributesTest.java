package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The attributes of a file, and their proof that its content is unchanged. */
class AttributesTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-22T19:47:03.123456789Z");
    private static final Instant RENAMED = WRITTEN.plusNanos(1_000_001);

    private static Attributes attributes(Object key, long size, Instant modified, Instant changed) {
        return new Attributes(Kind.FILE, key, size, FileTime.from(modified), FileTime.from(changed), 1, Set.of());
    }

    private static final Attributes BEFORE = attributes("one", 10, WRITTEN, RENAMED);

    @Test
    void sameAttributesOfAFileThatWasRenamedAfterItWasWrittenProveThatItHoldsTheSame() {
        assertThat(attributes("one", 10, WRITTEN, RENAMED).proveTheContentOf(BEFORE))
                .isTrue();
    }

    @Test
    void anotherFileSizeTimeOrTimeOfChangeProvesNothing() {
        assertThat(attributes("another", 10, WRITTEN, RENAMED).proveTheContentOf(BEFORE))
                .isFalse();
        assertThat(attributes("one", 11, WRITTEN, RENAMED).proveTheContentOf(BEFORE))
                .isFalse();
        assertThat(attributes("one", 10, WRITTEN.plusNanos(1), RENAMED).proveTheContentOf(BEFORE))
                .isFalse();
        assertThat(attributes("one", 10, WRITTEN, RENAMED.plusNanos(1)).proveTheContentOf(BEFORE))
                .isFalse();
    }

    @Test
    void timesProveNothingInTheMomentOfWriting() {
        Attributes justWritten = attributes("one", 10, WRITTEN, WRITTEN);
        assertThat(justWritten.proveTheContentOf(justWritten)).isFalse();
    }

    @Test
    void coarseTimesProveNothing() {
        Instant coarse = Instant.parse("2026-11-22T19:47:03.12Z");
        Attributes written = attributes("one", 10, coarse, RENAMED);
        assertThat(written.proveTheContentOf(written)).isFalse();
        Attributes changed = attributes("one", 10, WRITTEN, coarse.plusSeconds(1));
        assertThat(changed.proveTheContentOf(changed)).isFalse();
    }

    @Test
    void attributesWithoutAnIdentityProveNothing() {
        Attributes nameless = new Attributes(Kind.FILE, null, 10, FileTime.from(WRITTEN), Set.of());
        assertThat(nameless.proveTheContentOf(nameless)).isFalse();
    }
}
