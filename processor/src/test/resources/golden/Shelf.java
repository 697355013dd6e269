package example;

import dev.saveschema.annotation.Default;
import dev.saveschema.annotation.SaveSchema;
import dev.saveschema.annotation.Size;
import java.time.YearMonth;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;

/** Arrays, sorted sets, deques, and sets of what has no order. */
@SaveSchema(version = 1)
public record Shelf(
        @Default("[3, 5]") @Size(max = 9) int[] widths,
        String[][] labels,
        List<String>[] notes,
        @Default("[\"2026-11\", \"2026-12\"]") SortedSet<YearMonth> inventories,
        Deque<String> undo,
        Map<String, Deque<Long>> queues,
        @Default("[\"en\", \"de\"]") Set<Locale> languages,
        @Default("7") OptionalInt depth) {}
