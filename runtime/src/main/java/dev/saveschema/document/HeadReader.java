package dev.saveschema.document;

import dev.saveschema.LoadLimits;
import dev.saveschema.codec.DocumentInput;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.codec.Trees;
import dev.saveschema.json.MalformedContentException;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.ObjectNode;

/** Reads the head of a document. The bytes need not contain more than the head. */
public final class HeadReader {

    private HeadReader() {}

    /** The version, if it is the first member, as in every document that SaveSchema writes. */
    public static OptionalInt version(byte[] head) {
        StoredVersion first = StoredVersion.first(head);
        return first == null ? OptionalInt.empty() : first.stored();
    }

    /**
     * The summary of a document of the program's own version. Empty unless all members of the summary stand right behind the
     * version, as in every document that SaveSchema writes, and none needs a repair: only a load of the whole document can report
     * one.
     */
    public static <S> Optional<S> summary(byte[] head, SummarySchema<?, S> schema, LoadLimits limits) {
        try {
            RepairLog repairs = new RepairLog();
            Optional<ObjectNode> members =
                    DocumentInput.over(head, false, limits, repairs, 0).leading(schema.members());
            if (members.isEmpty()) {
                return Optional.empty();
            }
            S summary = schema.reading().apply(Trees.reader(members.get(), limits, repairs));
            return repairs.toList().isEmpty() ? Optional.of(summary) : Optional.empty();
        } catch (MalformedContentException cutOffOrNoJson) {
            return Optional.empty();
        }
    }
}
