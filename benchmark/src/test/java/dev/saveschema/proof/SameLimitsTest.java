package dev.saveschema.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.LoadLimits;
import dev.saveschema.Schema;
import dev.saveschema.document.Annotations;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.json.MalformedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** A game's autosave must not begin to fail at a size that its load still takes, and what was saved must be loaded. */
class SameLimitsTest {

    @Test
    void aSaveCountsAsManyElementsAsALoad() throws IOException {
        assertCountedAlike(EverythingSchema.INSTANCE, "everything.json");
        assertCountedAlike(JourneySchema.INSTANCE, "journey-4.json");
    }

    private static <T> void assertCountedAlike(Schema<T> schema, String name) throws IOException {
        T value = new DocumentReader<>(schema, LoadLimits.defaults())
                .read(bytes(name))
                .value();
        byte[] save = save(schema, value, LoadLimits.defaults());
        int loaded = least(limit -> isLoaded(schema, save, LoadLimits.defaults().elements(limit)));
        int saved = least(limit -> isSaved(schema, value, LoadLimits.defaults().elements(limit)));
        assertThat(saved).as(name).isEqualTo(loaded).isGreaterThan(10);
        System.out.printf("Same limits: %s takes %,d members and elements, to load and to save%n", name, loaded);
    }

    private static int least(IntPredicate isEnough) {
        int low = 1;
        int high = 1_000_000;
        while (low < high) {
            int middle = (low + high) / 2;
            if (isEnough.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static <T> boolean isLoaded(Schema<T> schema, byte[] save, LoadLimits limits) {
        try {
            new DocumentReader<>(schema, limits).read(save);
            return true;
        } catch (MalformedContentException tooMuch) {
            return false;
        }
    }

    private static <T> boolean isSaved(Schema<T> schema, T value, LoadLimits limits) {
        try {
            save(schema, value, limits);
            return true;
        } catch (IllegalArgumentException tooMuch) {
            return false;
        }
    }

    /** Not sealed, but with a seal's member, which counts as any other. */
    private static <T> byte[] save(Schema<T> schema, T value, LoadLimits limits) {
        byte[] body = new DocumentWriter<>(schema, false, limits)
                .write(value, Annotations.NONE)
                .body();
        return (new String(body, StandardCharsets.UTF_8) + ",\"$save\":{}}").getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = SameLimitsTest.class.getResourceAsStream("LoadFuzzTestInputs/load/" + name)) {
            return in.readAllBytes();
        }
    }
}
