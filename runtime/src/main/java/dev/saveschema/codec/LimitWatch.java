package dev.saveschema.codec;

import dev.saveschema.codec.limit.DecimalLimit;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.text.TextMatch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Notices whether a load would repair a value that is written. It notes neither which value nor how: if there is one, the document
 * is read back, which tells both in the words of a load.
 */
final class LimitWatch {

    private final TextMatch matching = new TextMatch();
    private boolean broken;

    /** Whether any value so far was outside its limit. */
    boolean isBroken() {
        return broken;
    }

    void whole(long value, WholeLimit limit) {
        broken |= !limit.allows(value);
    }

    void whole(BigInteger value, WholeLimit limit) {
        broken |= !limit.allows(value);
    }

    void decimal(float value, DecimalLimit limit) {
        broken |= !limit.allows(value);
    }

    void decimal(double value, DecimalLimit limit) {
        broken |= !limit.allows(value);
    }

    void decimal(BigDecimal value, DecimalLimit limit) {
        broken |= !limit.allows(value);
    }

    void size(int size, SizeLimit limit) {
        broken |= !limit.allows(size);
    }

    void text(String text, TextLimit limit) {
        broken = broken || limit.isTooShort(text) || limit.isTooLong(text) || limit.isBlank(text);
        for (Pattern pattern : limit.patterns()) {
            broken = broken || matching.mismatch(pattern, text) != null;
        }
    }
}
