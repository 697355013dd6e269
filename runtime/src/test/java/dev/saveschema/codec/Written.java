package dev.saveschema.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.LoadLimits;
import java.util.function.Consumer;

/** What a writer makes of a value that is written by itself. */
final class Written {

    private Written() {}

    static String of(Consumer<SaveWriter> content) {
        return of(LoadLimits.defaults(), content);
    }

    static String of(LoadLimits limits, Consumer<SaveWriter> content) {
        DocumentOutput out = new DocumentOutput();
        content.accept(out.value(false, limits));
        return new String(out.toByteArray(), UTF_8);
    }

    /** Whether a load will take a value as it is. */
    static boolean isWithinLimits(Consumer<SaveWriter> content) {
        SaveWriter writer = new DocumentOutput().value(false, LoadLimits.defaults());
        content.accept(writer);
        return writer.isWithinLimits();
    }

    /** An object with the member {@code v}. */
    static Consumer<SaveWriter> member(Consumer<SaveWriter> content) {
        return out -> {
            out.beginObject();
            out.name(V);
            content.accept(out);
            out.endObject();
        };
    }

    private static final MemberName V = MemberName.of("v");
}
