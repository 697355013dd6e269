package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.text.TextMatch;
import dev.saveschema.tree.MemoryEstimate;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads values without parts. Generated code uses it through {@link SaveReader}.
 *
 * <p>Each {@code read} method takes the current value and returns it if it is of that type and within its limit. If the value is
 * outside its limit and the limit clamps, the method reports that and returns the nearest allowed value. Any other problem is
 * reported, too, and the fallback is returned. A null as the fallback stands for "not usable".
 */
abstract class ValueReader {

    final Scanner in;
    final LoadLimits limits;
    final RepairReporter repairs;
    private final MemoryEstimate estimate;
    private final Numbers numbers;
    private final TextMatch matching = new TextMatch();

    ValueReader(Scanner in, LoadLimits limits, RepairReporter repairs, MemoryEstimate estimate) {
        this.in = in;
        this.limits = limits;
        this.repairs = repairs;
        this.estimate = estimate;
        this.numbers = new Numbers(in, limits.numberLength(), repairs);
    }

    /** Whether the current value is null, which is then taken: an optional is empty in this form. */
    public boolean skipNull() {
        if (in.token() != Token.NULL) {
            return false;
        }
        in.taken();
        return true;
    }

    public boolean readBoolean(boolean fallback) {
        Boolean value = readBoolean((Boolean) null);
        return value == null ? fallback : value;
    }

    public @Nullable Boolean readBoolean(@Nullable Boolean fallback) {
        if (in.token() == Token.TRUE) {
            return true;
        }
        if (in.token() == Token.FALSE) {
            return false;
        }
        repairs.wrongType("true or false");
        return fallback;
    }

    public byte readByte(byte fallback, WholeLimit limit) {
        return (byte) numbers.whole(fallback, Byte.MIN_VALUE, Byte.MAX_VALUE, limit);
    }

    public @Nullable Byte readByte(@Nullable Byte fallback, WholeLimit limit) {
        byte value = (byte) numbers.whole(0, Byte.MIN_VALUE, Byte.MAX_VALUE, limit);
        return numbers.usable() ? (Byte) value : fallback;
    }

    public short readShort(short fallback, WholeLimit limit) {
        return (short) numbers.whole(fallback, Short.MIN_VALUE, Short.MAX_VALUE, limit);
    }

    public @Nullable Short readShort(@Nullable Short fallback, WholeLimit limit) {
        short value = (short) numbers.whole(0, Short.MIN_VALUE, Short.MAX_VALUE, limit);
        return numbers.usable() ? (Short) value : fallback;
    }

    public int readInt(int fallback, WholeLimit limit) {
        return (int) numbers.whole(fallback, Integer.MIN_VALUE, Integer.MAX_VALUE, limit);
    }

    public @Nullable Integer readInt(@Nullable Integer fallback, WholeLimit limit) {
        int value = (int) numbers.whole(0, Integer.MIN_VALUE, Integer.MAX_VALUE, limit);
        return numbers.usable() ? (Integer) value : fallback;
    }

    public long readLong(long fallback, WholeLimit limit) {
        return numbers.whole(fallback, Long.MIN_VALUE, Long.MAX_VALUE, limit);
    }

    public @Nullable Long readLong(@Nullable Long fallback, WholeLimit limit) {
        long value = numbers.whole(0, Long.MIN_VALUE, Long.MAX_VALUE, limit);
        return numbers.usable() ? (Long) value : fallback;
    }

    public float readFloat(float fallback, DecimalLimit limit) {
        return numbers.floating(fallback, limit);
    }

    public @Nullable Float readFloat(@Nullable Float fallback, DecimalLimit limit) {
        float value = numbers.floating(0f, limit);
        return numbers.usable() ? (Float) value : fallback;
    }

    public double readDouble(double fallback, DecimalLimit limit) {
        return numbers.floating(fallback, limit);
    }

    public @Nullable Double readDouble(@Nullable Double fallback, DecimalLimit limit) {
        double value = numbers.floating(0d, limit);
        return numbers.usable() ? (Double) value : fallback;
    }

    public @Nullable BigInteger readBigInteger(@Nullable BigInteger fallback, WholeLimit limit) {
        weighNumber();
        return numbers.big(fallback, limit);
    }

    public @Nullable BigDecimal readBigDecimal(@Nullable BigDecimal fallback, DecimalLimit limit) {
        weighNumber();
        return numbers.big(fallback, limit);
    }

    public char readChar(char fallback) {
        Character value = readChar((Character) null);
        return value == null ? fallback : value;
    }

    public @Nullable Character readChar(@Nullable Character fallback) {
        String text = text("text of one character");
        if (text == null) {
            return fallback;
        }
        if (text.length() != 1) {
            repairs.wrongType("text of one character");
            return fallback;
        }
        return text.charAt(0);
    }

    public @Nullable String readString(@Nullable String fallback, TextLimit limit) {
        String text = text("text");
        if (text == null) {
            return fallback;
        }
        if (limit == TextLimit.NONE) {
            return text;
        }
        if (limit.isTooShort(text)) {
            repairs.tooShort(text, limit);
            return fallback;
        }
        if (limit.isTooLong(text)) {
            if (!limit.clamp()) {
                repairs.tooLong(text, limit);
                return fallback;
            }
            String cut = limit.cut(text);
            repairs.cut(text, limit);
            text = cut;
        }
        String mismatch = mismatch(text, limit);
        if (mismatch != null) {
            repairs.noMatch(mismatch);
            return fallback;
        }
        return text;
    }

    /** The reason why a text does not match, as a phrase that follows the text; null if it matches. */
    final @Nullable String mismatch(String text, TextLimit limit) {
        if (limit.isBlank(text)) {
            return "is blank";
        }
        for (Pattern pattern : limit.patterns()) {
            String mismatch = matching.mismatch(pattern, text);
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }

    /** The constant that the current text names. */
    public <E extends Enum<E>> @Nullable E readConstant(@Nullable E fallback, Constants<E> constants) {
        E constant = constants.numbered(in.textIn(constants.table()));
        if (constant == null) {
            if (in.token() == Token.TEXT) {
                repairs.unknownConstant(constants.expected());
            } else {
                repairs.wrongType("one of " + constants.expected());
            }
            return fallback;
        }
        return constant;
    }

    /** The value that the current text stands for. */
    public <T> @Nullable T readScalar(@Nullable T fallback, Scalar<T> scalar) {
        T usual = scalar.readInPlace(in);
        if (usual != null) {
            estimate.text(in.length());
            return usual;
        }
        String text = text(scalar.noun());
        if (text == null) {
            return fallback;
        }
        T value = scalar.parse(text);
        if (value == null) {
            repairs.wrongType(scalar.noun());
            return fallback;
        }
        return value;
    }

    /** The current text; null, after a repair, if there is none or it is longer than any text may be. */
    private @Nullable String text(String noun) {
        if (in.token() != Token.TEXT) {
            repairs.wrongType(noun);
            return null;
        }
        String text = in.text();
        if (text == null) {
            repairs.wrongType(noun);
            return null;
        }
        if (text.length() > limits.textLength()) {
            repairs.longerThanAllowed(text.length(), limits.textLength());
            return null;
        }
        estimate.text(text.length());
        return text;
    }

    private void weighNumber() {
        if (in.isNumber()) {
            estimate.bigNumber(Math.min(in.numberLength(), limits.numberLength()));
        }
    }
}
