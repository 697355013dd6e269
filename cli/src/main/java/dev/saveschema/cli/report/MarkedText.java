package dev.saveschema.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.Repair;
import dev.saveschema.cli.save.Positions;
import dev.saveschema.cli.save.Positions.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The text of a file, in which the values that a load repairs are marked. Each mark has a number that leads to its repair.
 *
 * @param numbers the numbers of the repairs that have a mark
 */
record MarkedText(String html, Set<Integer> numbers) {

    /** The number of bytes that are shown, which is more than anybody reads in a browser. */
    private static final int LONGEST = 1 << 20;

    private record Mark(int from, int to, int number, Repair repair) {}

    static MarkedText of(byte[] file, List<Repair> repairs) {
        int end = Math.min(file.length, LONGEST);
        StringBuilder html = new StringBuilder();
        Set<Integer> numbers = new HashSet<>();
        int at = 0;
        for (Mark mark : marks(file, repairs, end)) {
            numbers.add(mark.number());
            if (mark.from() < at) {
                // within another mark only the number is added
                html.append("<span id=\"mark-%d\">".formatted(mark.number()))
                        .append(number(mark))
                        .append("</span>");
                continue;
            }
            html.append(text(file, at, mark.from()));
            html.append("<mark id=\"mark-%d\" title=\"%s\">".formatted(mark.number(), title(mark.repair())));
            html.append(text(file, mark.from(), mark.to())).append("</mark>").append(number(mark));
            at = mark.to();
        }
        html.append(text(file, at, end));
        if (end < file.length) {
            html.append("\n… and %,d bytes more".formatted(file.length - end));
        }
        return new MarkedText(html.toString(), Set.copyOf(numbers));
    }

    private static List<Mark> marks(byte[] file, List<Repair> repairs, int end) {
        Positions positions = Positions.in(file);
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < repairs.size(); i++) {
            Repair repair = repairs.get(i);
            Optional<Position> position =
                    repair.pointer().isEmpty() ? Optional.empty() : positions.of(repair.pointer());
            if (position.isPresent() && position.get().to() <= end) {
                Position found = position.get();
                // for a missing member only the beginning of its object is marked
                int to = positions.has(repair.pointer()) ? found.to() : found.from() + 1;
                marks.add(new Mark(found.from(), to, i + 1, repair));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::from)
                .thenComparing(Comparator.comparingInt(Mark::to).reversed()));
        return marks;
    }

    private static String text(byte[] file, int from, int to) {
        return Html.lines(new String(file, from, Math.max(0, to - from), UTF_8));
    }

    private static String title(Repair repair) {
        return Html.text(repair.problem() + "; " + repair.used());
    }

    private static String number(Mark mark) {
        return "<a class=\"number\" href=\"#repair-%d\" aria-label=\"repair %d\">%d</a>"
                .formatted(mark.number(), mark.number(), mark.number());
    }
}
