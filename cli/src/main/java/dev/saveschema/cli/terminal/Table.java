package dev.saveschema.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows with their cells in columns. */
public final class Table {

    private final List<List<Line>> rows = new ArrayList<>();

    public Table(String... heads) {
        rows.add(Arrays.stream(heads).map(head -> Line.of(Ink.LABEL, head)).toList());
    }

    public void row(Line... cells) {
        rows.add(List.of(cells));
    }

    public boolean isEmpty() {
        return rows.size() == 1;
    }

    public void print(Page page, String indent) {
        int[] widths = new int[rows.get(0).size()];
        for (List<Line> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<Line> row : rows) {
            Line line = Line.of(indent);
            int end = indent.length();
            for (int column = 0; column < row.size(); column++) {
                line.add(row.get(column));
                end += widths[column] + 2;
                if (column < row.size() - 1) {
                    line.padTo(end);
                }
            }
            page.print(line);
        }
    }
}
