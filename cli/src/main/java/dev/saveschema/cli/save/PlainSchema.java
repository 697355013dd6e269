package dev.saveschema.cli.save;

import dev.saveschema.Schema;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.migration.Migration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A schema that takes whatever members a save has, for those who have only the file. What is damaged or no JSON is found and repaired as for
 * any schema; nothing else is.
 */
public final class PlainSchema implements Schema<Map<String, JsonNode>> {

    private static final Members NONE = Members.of();

    /** Reads saves of every version, each as it is. */
    public static final PlainSchema ANY = new PlainSchema(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final int version;
    private final int reads;
    private final int writes;

    /**
     * Of one version, to write it as it is.
     *
     * @param reads what its seal says of programs that read it
     * @param writes what its seal says of programs that write it
     */
    PlainSchema(int version, int reads, int writes) {
        this.version = version;
        this.reads = reads;
        this.writes = writes;
    }

    @Override
    public String id() {
        return "save";
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public int reads() {
        return reads;
    }

    @Override
    public int writes() {
        return writes;
    }

    @Override
    public int oldestVersion() {
        return 1;
    }

    @Override
    public int unversionedVersion() {
        return 1;
    }

    @Override
    public Map<String, JsonNode> defaultValue() {
        return Map.of();
    }

    @Override
    public @Nullable Map<String, JsonNode> read(SaveReader in) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (in.beginObject(NONE) && in.nextMember(members) != SaveReader.END) {
            throw new AssertionError("a member of none");
        }
        return members;
    }

    @Override
    public void write(SaveWriter out, Map<String, JsonNode> members) {
        out.beginObject();
        out.writeUnknown(members, NONE);
        out.endObject();
    }

    @Override
    public void migrate(Migration migration) {
        // whatever it is, it stays
    }
}
