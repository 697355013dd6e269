package dev.saveschema.benchmark.broad;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One thing that is measured.
 *
 * @param bytes the approximate size of the save
 */
record Case(Work work, int bytes, Variants variant) {

    static final int SMALL = 1_000;
    static final int MIDDLE = 50_000;
    static final int LARGE = 5_000_000;
    static final List<Integer> SIZES = List.of(SMALL, MIDDLE, LARGE);

    /** The work that is done with the save. */
    enum Work {
        LOAD,
        WRITE
    }

    static Case parse(String text) {
        String[] parts = text.split(":");
        return new Case(Work.valueOf(parts[0]), Integer.parseInt(parts[1]), Variants.valueOf(parts[2]));
    }

    /** The usual form of a save in each size. */
    static List<Case> sizes(Work work) {
        return SIZES.stream()
                .map(bytes -> new Case(work, bytes, Variants.COMPACT))
                .toList();
    }

    /** All other forms of a save that a load may meet, undamaged saves of this version first. */
    static List<Case> variants(boolean ofSaveSchemaToo) {
        List<Case> cases = new ArrayList<>();
        for (Variants variant : Variants.values()) {
            if (variant != Variants.COMPACT && (variant.isForAll() || ofSaveSchemaToo)) {
                cases.add(new Case(Work.LOAD, MIDDLE, variant));
            }
        }
        return cases;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s:%d:%s", work, bytes, variant);
    }
}
