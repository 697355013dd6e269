package dev.saveschema.cli.save;

import dev.saveschema.Finding;
import dev.saveschema.Schema;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.migration.Migration;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A schema that takes any members, for people who have only the file. Damage and text that is not JSON are found and repaired as
 * for any schema; nothing else is.
 */
public final class PlainSchema implements Schema<Map<String, JsonNode>> {

    private static final Members NONE = Members.of();

    /** A schema that reads saves of every version as they are. */
    public static final PlainSchema ANY = new PlainSchema(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final int version;
    private final int reads;
    private final int writes;

    /**
     * @param reads the oldest version that may read, for the seal
     * @param writes the oldest version that may write, for the seal
     */
    private PlainSchema(int version, int reads, int writes) {
        this.version = version;
        this.reads = reads;
        this.writes = writes;
    }

    /**
     * A schema of the version of a save, to write the save again as it is.
     *
     * @throws IOException if only the save's program could do that: the save is damaged, or states no version, since it is of a
     *     format of its own
     */
    public static PlainSchema of(SaveFile save) throws IOException {
        boolean isWhole = save.state() == Finding.State.SEALED || save.state() == Finding.State.EDITED;
        if (!isWhole || !save.plain().repairs().isEmpty() || save.version().isEmpty()) {
            throw new IOException(save.path() + " cannot be brought back as it is, since it "
                    + (save.version().isEmpty() ? "says no version" : "is not whole") + "; with --program it may be");
        }
        int version = save.version().getAsInt();
        JsonNode seal = JsonMapper.shared().readTree(save.bytes()).path("$save");
        boolean isOfSave = seal.path("version").asInt(0) == version;
        return isOfSave && seal.path("reads").asInt(0) > 0
                ? new PlainSchema(
                        version, seal.get("reads").asInt(), seal.path("writes").asInt(version))
                : new PlainSchema(version, version, version);
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
        // the document stays as it is
    }
}
