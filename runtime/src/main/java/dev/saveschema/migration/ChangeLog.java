package dev.saveschema.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the changes of a step, a line each. After {@value #MOST} lines it only counts: a long list may have a line for each
 * element.
 */
final class ChangeLog {

    static final int MOST = 1_000;

    private final List<String> lines = new ArrayList<>();
    private int more;

    void add(String line) {
        if (lines.size() < MOST) {
            lines.add(line);
        } else {
            more++;
        }
    }

    List<String> toList() {
        List<String> all = new ArrayList<>(lines);
        if (more > 0) {
            all.add("%,d more".formatted(more));
        }
        return all;
    }
}
