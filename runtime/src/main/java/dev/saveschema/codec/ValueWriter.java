package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.ByteWriter;
import dev.saveschema.json.Piece;
import dev.saveschema.json.StructureWriter;
import dev.saveschema.text.JsonPointer;
import dev.saveschema.tree.MemoryEstimate;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Writes values without parts. Generated code uses it through {@link SaveWriter}.
 *
 * <p>Each {@code write} method writes one value in the form that the method of {@link ValueReader} for its type reads. It throws a
 * {@link NullPointerException} for null, and an {@link IllegalArgumentException} for a value that no load would read back. The
 * message has the place.
 */
abstract class ValueWriter {

    private static final Piece NULL = Piece.of(new byte[] {'n', 'u', 'l', 'l'});
    private static final Piece TRUE = Piece.of(new byte[] {'t', 'r', 'u', 'e'});
    private static final Piece FALSE = Piece.of(new byte[] {'f', 'a', 'l', 's', 'e'});

    final ByteWriter out;
    final StructureWriter structure;
    final LoadLimits limits;
    final Outer outer;
    final MemoryEstimate estimate;
    final LimitWatch watch;

    /** @param outer the place where the value will stand */
    ValueWriter(ByteWriter out, boolean pretty, LoadLimits limits, Outer outer) {
        this.out = out;
        this.structure = new StructureWriter(out, pretty);
        this.limits = limits;
        this.outer = outer;
        this.watch = outer.watch() == null ? new LimitWatch() : outer.watch();
        this.estimate = outer.estimate() == null ? new MemoryEstimate(limits, this::refuseMore) : outer.estimate();
    }

    /**
     * The surroundings of a value that is written by itself.
     *
     * @param pointer the place of the value, as a JSON Pointer
     * @param depth the depth of that place
     * @param estimate the estimate that the value counts towards; null if the value will be written again, and counted then
     * @param watch the watch that checks the value's limits; null for the outermost value, which makes its own
     */
    record Outer(
            String pointer,
            int depth,
            @Nullable MemoryEstimate estimate,
            @Nullable LimitWatch watch) {

        /** No surroundings: the value is the outermost. */
        static final Outer NONE = new Outer("", 0, null, null);
    }

    /** Writes an empty optional. */
    public void writeNull() {
        begin();
        out.raw(NULL);
    }

    public void write(boolean value) {
        begin();
        out.raw(value ? TRUE : FALSE);
    }

    public void write(int value) {
        begin();
        out.number(value);
    }

    public void write(long value) {
        begin();
        out.number(value);
    }

    public void write(float value) {
        requireFinite(Float.isFinite(value), value);
        begin();
        out.number(value);
    }

    public void write(double value) {
        requireFinite(Double.isFinite(value), value);
        begin();
        out.number(value);
    }

    public void write(char value) {
        begin();
        estimate.text(1);
        out.text(String.valueOf(value));
    }

    public void write(@Nullable BigInteger value) {
        BigInteger number = required(value);
        // the decimal digits are at most a third of the bits, and a number that long is refused
        if (number.bitLength() > limits.numberLength() * 4L || number.toString().length() > limits.numberLength()) {
            throw tooLong("a number of %,d bits".formatted(number.bitLength()), limits.numberLength());
        }
        bigNumber(number.toString());
    }

    public void write(@Nullable BigDecimal value) {
        String number = required(value).toString();
        if (number.length() > limits.numberLength()) {
            throw tooLong("a number of %,d characters".formatted(number.length()), limits.numberLength());
        }
        bigNumber(number);
    }

    private void bigNumber(String number) {
        begin();
        estimate.bigNumber(number.length());
        out.raw(number);
    }

    public void write(@Nullable String value) {
        String text = required(value);
        if (text.length() > limits.textLength()) {
            throw tooLong("text of %,d characters".formatted(text.length()), limits.textLength());
        }
        estimate.text(text.length());
        begin();
        out.text(text);
    }

    // ---- values that a load will hold to a limit: they are written even if they exceed it, and the watch is told

    public void write(long value, WholeLimit limit) {
        watch.whole(value, limit);
        write(value);
    }

    public void write(@Nullable BigInteger value, WholeLimit limit) {
        watch.whole(required(value), limit);
        write(value);
    }

    public void write(float value, DecimalLimit limit) {
        watch.decimal(value, limit);
        write(value);
    }

    public void write(double value, DecimalLimit limit) {
        watch.decimal(value, limit);
        write(value);
    }

    public void write(@Nullable BigDecimal value, DecimalLimit limit) {
        watch.decimal(required(value), limit);
        write(value);
    }

    public void write(@Nullable String value, TextLimit limit) {
        write(value);
        watch.text(required(value), limit);
    }

    /** Writes a constant's name in the file. */
    public <E extends Enum<E>> void write(Constants<E> constants, @Nullable E value) {
        MemberName name = constants.nameOf(required(value));
        begin();
        out.raw(name.name().value());
    }

    /** Writes the text that stands for a value. */
    public <T> void write(Scalar<T> scalar, @Nullable T value) {
        T present = required(value);
        if (scalar.isInPlace()) {
            begin();
            int from = out.length();
            scalar.writeInPlace(out, present);
            estimate.text(out.length() - from);
            return;
        }
        String text = scalar.format(present);
        if (text == null) {
            throw new IllegalArgumentException(
                    place() + ": " + present + " cannot be saved; no text stands for exactly that");
        }
        write(text);
    }

    /** Goes to the place of the next value. A member was counted with its name. */
    final void begin() {
        if (structure.value()) {
            estimate.element();
        }
    }

    /** The exception for a value that no file can hold. */
    IllegalArgumentException refusal(String problem) {
        return new IllegalArgumentException(place() + ": " + problem);
    }

    /** The value itself, which must not be null. Generated code passes every value through this method that could be null. */
    public <T> T required(@Nullable T value) {
        if (value == null) {
            throw new NullPointerException(place() + ": null cannot be saved; "
                    + (structure.isInArray()
                            ? "leave it out, or, unless this is a set, use an Optional for a place that may be empty"
                            : "use an Optional for what may be absent"));
        }
        return value;
    }

    private void refuseMore(String excess) {
        throw new IllegalArgumentException(place() + ": a save with " + excess + " cannot be loaded again");
    }

    private void requireFinite(boolean finite, Object value) {
        if (!finite) {
            throw new IllegalArgumentException(
                    place() + ": " + value + " cannot be saved; JSON has only finite numbers");
        }
    }

    private IllegalArgumentException tooLong(String what, int most) {
        return new IllegalArgumentException(
                "%s: %s cannot be saved, since a load reads at most %,d".formatted(place(), what, most));
    }

    /** The place of the map or collection that is being written. */
    final String around() {
        return structure.around();
    }

    /** The place of the value that is written next, in the words of a message. */
    final String place() {
        return place(structure.place());
    }

    /** The place in the words of a message, as a repair of the same value has it. */
    final String place(String pointer) {
        String place = JsonPointer.inWords(outer.pointer() + pointer);
        return place.isEmpty() ? "the document" : place;
    }
}
