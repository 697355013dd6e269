package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.json.MalformedContentException;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/** Reads what stands at the head of a document, of which there may be no more than that. */
public final class HeadReader {

    private HeadReader() {}

    /** The version, if it stands right at the start, as in all that SaveSchema writes. */
    public static OptionalInt version(byte[] head) {
        StoredVersion first = StoredVersion.first(head);
        return first == null ? OptionalInt.empty() : first.stored();
    }

    /**
     * The summary of a document of the program's own version, if all of its members stand right after the version, as they do in what
     * SaveSchema writes, and none needs a repair, which only a load of the whole document can report.
     */
    public static <S> Optional<S> summary(byte[] head, SummarySchema<?, S> schema, LoadLimits limits) {
        try {
            RepairLog repairs = new RepairLog();
            ObjectNode members =
                    SaveReader.over(head, false, limits, repairs, 0).leading(schema.members());
            if (!hasAll(members, schema.members())) {
                return Optional.empty();
            }
            S summary = schema.reading().apply(Trees.reader(members, limits, repairs));
            return repairs.toList().isEmpty() ? Optional.of(summary) : Optional.empty();
        } catch (MalformedContentException cutOffOrNoJson) {
            return Optional.empty();
        }
    }

    private static boolean hasAll(ObjectNode found, Members wanted) {
        for (int number = 0; number < wanted.count(); number++) {
            Members.Member member = wanted.get(number);
            if (member.expected() && member.names().stream().noneMatch(found::has)) {
                return false;
            }
        }
        return true;
    }
}
