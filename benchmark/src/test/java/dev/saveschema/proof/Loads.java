package dev.saveschema.proof;

import dev.saveschema.LoadLimits;
import dev.saveschema.Repair;
import dev.saveschema.Schema;
import dev.saveschema.document.Document;
import dev.saveschema.document.DocumentReader;
import dev.saveschema.document.DocumentWriter;
import dev.saveschema.json.MalformedContentException;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Loads of one format from bytes, as a store with nothing but these bytes makes them, and what holds for every one of them.
 *
 * @param limits throws if a value is outside of its limits
 */
record Loads<T>(Schema<T> schema, DocumentReader<T> reader, Consumer<T> limits) {

    static final Loads<Everything> EVERYTHING = of(EverythingSchema.INSTANCE, Limits::assertHeld);
    static final Loads<Journey> JOURNEY = of(JourneySchema.INSTANCE, Limits::assertHeld);

    private static <T> Loads<T> of(Schema<T> schema, Consumer<T> limits) {
        return new Loads<>(schema, new DocumentReader<>(schema, LoadLimits.defaults()), limits);
    }

    /**
     * The result of loading bytes.
     *
     * @param document the document; empty if nothing could be kept
     * @param isSound whether the bytes were read as a whole
     */
    record Loaded<T>(T value, Optional<Document<T>> document, boolean isSound, Map<String, Object> components) {

        List<Repair> repairs() {
            return document.map(Document::repairs).orElse(List.of());
        }
    }

    /** Loads bytes; the value is within its limits, the report is fit to be printed, and no second load has one. */
    Loaded<T> load(byte[] bytes) {
        Loaded<T> loaded = answer(bytes);
        limits.accept(loaded.value());
        loaded.repairs().forEach(Loads::assertPrintable);
        assertSettled(loaded);
        return loaded;
    }

    private Loaded<T> answer(byte[] bytes) {
        Optional<Document<T>> document;
        boolean isSound = true;
        try {
            document = Optional.of(reader.read(bytes));
        } catch (MalformedContentException e) {
            assertPrintable(String.valueOf(e.getMessage()));
            document = reader.salvage(bytes);
            isSound = false;
        }
        T value = document.map(Document::value).orElseGet(schema::defaultValue);
        return new Loaded<>(value, document, isSound, Plain.components(value));
    }

    private void assertSettled(Loaded<T> once) {
        Document<T> twice = reader.read(saved(once.value()));
        if (!twice.repairs().isEmpty()) {
            throw new AssertionError("repaired again: " + twice.repairs());
        }
        if (!Plain.components(twice.value()).equals(once.components())) {
            throw new AssertionError("loaded " + twice.value() + " of what was saved of " + once.value());
        }
    }

    /** A document without a seal. */
    byte[] saved(T value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DocumentWriter.body(schema, value, false, LoadLimits.defaults()));
        out.write('}');
        return out.toByteArray();
    }

    private static void assertPrintable(Repair repair) {
        assertPrintable(repair.toString());
        assertPrintable(repair.pointer());
        assertPrintable(repair.problem());
        assertPrintable(repair.used());
        repair.found().ifPresent(Loads::assertPrintable);
    }

    /** No terminal does anything on being shown it. */
    static void assertPrintable(String shown) {
        shown.codePoints().filter(Loads::isActedOn).findAny().ifPresent(found -> {
            throw new AssertionError("U+%04X is in a report: %s".formatted(found, shown));
        });
    }

    private static boolean isActedOn(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
