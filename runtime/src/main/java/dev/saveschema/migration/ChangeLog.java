package dev.saveschema.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

    /** Adds a line that is made only if there is room for it. */
    void add(Supplier<String> line) {
        if (lines.size() < MOST) {
            lines.add(line.get());
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
