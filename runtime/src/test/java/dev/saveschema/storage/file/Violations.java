package dev.saveschema.storage.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The promises that were broken: how often each, and the first few cases of each in words. */
final class Violations {

    private static final int IN_WORDS = 3;

    private final int enough;
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();

    /** @param enough after how many there is no point in looking for more */
    Violations(int enough) {
        this.enough = enough;
    }

    void add(String kind, String example) {
        if (counts.merge(kind, 1, Integer::sum) <= IN_WORDS) {
            examples.add(kind + ": " + example);
        }
    }

    boolean isEnough() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() >= enough;
    }

    /** Empty if there was none; the counts first. */
    List<String> found() {
        List<String> found = new ArrayList<>();
        counts.forEach((kind, count) -> found.add(count + " times: " + kind));
        found.addAll(examples);
        return found;
    }
}
