package dev.saveschema;

import java.util.List;
import java.util.Objects;

/**
 * The form of a schema's saves, apart from any file: what of a value the next load will repair.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param <T> the record
 */
public final class SaveFormat<T> {

    private final Schema<T> schema;
    private final LoadLimits limits;

    private SaveFormat(Schema<T> schema, LoadLimits limits) {
        this.schema = schema;
        this.limits = limits;
    }

    /** The form of a schema's saves, within {@link LoadLimits#defaults}. */
    public static <T> SaveFormat<T> of(Schema<T> schema) {
        return new SaveFormat<>(schema, LoadLimits.defaults());
    }

    /**
     * What a load will repair of a value if it is saved as it is, because something is outside its limits: in the words of the
     * load, and in the order of the file. Empty if nothing is.
     *
     * @throws InvalidValueException if the record's constructor would refuse what a load makes of the value
     * @throws NullPointerException if the value is null, or holds null, which cannot be saved at all
     * @throws IllegalArgumentException if the value holds what no load would read back
     */
    public List<Repair> check(T value) {
        Objects.requireNonNull(value, "value");
        return OutgoingDocument.of(schema, value, false, limits).violations();
    }
}
