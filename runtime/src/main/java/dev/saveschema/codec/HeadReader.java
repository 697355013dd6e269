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
     * The summary of a document of the program's own version, if all of its members stand right after the version. They do in what
     * SaveSchema writes.
     */
    public static <S> Optional<S> summary(byte[] head, SummarySchema<?, S> schema, LoadLimits limits) {
        try {
            ObjectNode members =
                    SaveReader.over(head, false, limits, new RepairLog(), 0).leading(schema.members());
            return hasAll(members, schema.members())
                    ? Optional.of(schema.reading().apply(Trees.reader(members, limits, new RepairLog())))
                    : Optional.empty();
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
