package dev.saveschema.codec;

import dev.saveschema.text.TextMatch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Notices whether a value that is written is one that a load would repair. It does not say which or how: reading the document back
 * does that, in the words of a load, and is needed only then.
 */
final class LimitWatch {

    private final TextMatch matching = new TextMatch();
    private boolean broken;

    /** Whether anything so far was outside its limit. */
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
