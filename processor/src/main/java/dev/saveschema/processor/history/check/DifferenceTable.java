package dev.saveschema.processor.history.check;

import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.ValueTypeText;
import dev.saveschema.processor.history.step.Difference;
import dev.saveschema.processor.history.step.SchemaAndHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Differences as lines of a message, in three columns: what happened, the name of the member, and its type before and after. */
final class DifferenceTable {

    private DifferenceTable() {}

    static List<String> of(SchemaAndHistory both, List<Difference> differences) {
        List<String[]> rows = new ArrayList<>();
        differences.forEach(difference -> rows.add(row(both, difference)));
        int verb = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        int name = rows.stream().mapToInt(row -> row[1].length()).max().orElse(0);
        return rows.stream()
                .map(row -> "%s  %s  %s"
                        .formatted(padded(row[0], verb), padded(row[1], name), row[2])
                        .stripTrailing())
                .toList();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String[] row(SchemaAndHistory both, Difference difference) {
        String name = both.called(difference.in(), difference.name());
        if (difference instanceof Difference.Gone gone) {
            return new String[] {"removed", name, gone.was()};
        }
        if (difference instanceof Difference.New added) {
            return new String[] {"added", name, added.is()};
        }
        if (difference instanceof Difference.Retyped retyped) {
            return new String[] {
                "changed", name, "was " + ValueTypeText.of(retyped.from()) + "; is " + ValueTypeText.of(retyped.to())
            };
        }
        if (difference instanceof Difference.Absence absence) {
            return new String[] {
                "changed", name, "if it is absent, was " + meaning(absence.was()) + "; is " + meaning(absence.is())
            };
        }
        if (difference instanceof Difference.Discriminator discriminator) {
            return new String[] {
                "changed",
                discriminator.in(),
                "was told by " + discriminator.name() + "; is told by " + discriminator.is()
            };
        }
        boolean isOpen = ((Difference.Openness) difference).isOpen();
        return new String[] {
            "changed",
            difference.in(),
            isOpen ? "keeps what it does not know now" : "no longer keeps what it does not know"
        };
    }

    private static String meaning(Optional<Json> absence) {
        return absence.map(Json::line).orElse("a repair");
    }
}
