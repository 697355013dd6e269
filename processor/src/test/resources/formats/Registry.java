package example;

import dev.saveschema.Envelope;
import dev.saveschema.annotation.*;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.*;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Home Assistant's device registry: 1.1 to 1.12 are the versions 1 to 12, and 3.1 is version 13. */
@SaveSchema(version = 13, naming = Naming.SNAKE_CASE, envelope = Registry.Storage.class)
public record Registry(@Default("core.device_registry") String key, Data data) {

    public record Data(List<Device> devices, List<DeletedDevice> deletedDevices) {}

    public enum EntryType { @Name("service") SERVICE }

    public record Device(
            @Default(factory = "newId") String id,
            Optional<String> name, Optional<String> manufacturer, Optional<String> model, Optional<EntryType> entryType,
            Optional<String> swVersion, @Each(size = @Size(min = 2, max = 2)) List<List<String>> connections,
            @Each(size = @Size(min = 2, max = 2)) List<List<String>> identifiers,
            @Since(2) Optional<String> areaId, @Since(2) Optional<String> configurationUrl, @Since(2) Optional<String> disabledBy,
            @Since(2) Optional<String> nameByUser, @RenamedFrom(value = "hub_device_id", since = 2) Optional<String> viaDeviceId,
            @Since(3) Optional<String> hwVersion, @Since(4) Optional<String> serialNumber, @Since(5) List<String> labels,
            @Since(6) Optional<String> primaryConfigEntry, @Since(7) Optional<String> modelId,
            @Since(8) @Default("1970-01-01T00:00:00+00:00") String createdAt,
            @Since(8) @Default("1970-01-01T00:00:00+00:00") String modifiedAt,
            @Since(13) Optional<String> configEntryId, @Since(13) Optional<String> configSubentryId,
            @Since(13) Optional<String> compositeDeviceId, @Since(13) Optional<String> compositePrimaryConfigEntry,
            @Since(13) Optional<String> splitAt, @Since(13) @Default("false") boolean hasCompositeIdentifiers) {

        static String newId() {
            return UUID.randomUUID().toString().replace("-", "");
        }
    }

    public record DeletedDevice(
            @Default(factory = "newId") String id, @Each(size = @Size(min = 2, max = 2)) List<List<String>> connections,
            @Each(size = @Size(min = 2, max = 2)) List<List<String>> identifiers, @Since(2) Optional<JsonNode> orphanedTimestamp,
            @Since(8) @Default("1970-01-01T00:00:00+00:00") String createdAt,
            @Since(8) @Default("1970-01-01T00:00:00+00:00") String modifiedAt,
            @Since(10) Optional<String> areaId, @Since(10) Optional<String> disabledBy, @Since(10) List<String> labels,
            @Since(10) Optional<String> nameByUser, @Since(12) @Default("false") boolean disabledByUndefined,
            @Since(13) Optional<String> configEntryId, @Since(13) Optional<String> configSubentryId, @Since(13) Optional<String> domain) {

        static String newId() {
            return Device.newId();
        }
    }

    static final class Storage implements Envelope {

        @Override
        public int version(JsonNode root) {
            int major = root.path("version").asInt(1);
            int minor = root.path("minor_version").asInt(1);
            return major == 1 && minor <= 12 ? minor : major == 3 ? 12 + minor : Integer.MAX_VALUE;
        }

        @Override
        public void stamp(ObjectNode root, int version) {
            root.put("version", version < 13 ? 1 : 3);
            root.put("minor_version", version < 13 ? version : 1);
        }
    }

    @Migration(from = 8, to = 9)
    static void oneSubentryEach(ObjectNode registry) {
        for (JsonNode device : all(registry)) {
            ObjectNode subentries = ((ObjectNode) device).putObject("config_entries_subentries");
            device.path("config_entries").forEach(entry -> subentries.putArray(entry.stringValue()).addNull());
        }
    }

    /** Whether a deleted device was disabled was not recorded before; version 12 wants to know that. */
    @Migration(from = 9, to = 10)
    static void rememberWhatIsUnknown(ObjectNode registry) {
        registry.path("data").path("deleted_devices").forEach(device -> ((ObjectNode) device).put("disabled_by_undefined", true));
    }

    @Migration(from = 10, to = 11)
    static void normalizeAddresses(ObjectNode registry) {
        for (JsonNode device : all(registry)) {
            for (JsonNode connection : device.path("connections")) {
                if (connection.path(0).asString("").equals("mac")) {
                    ((ArrayNode) connection).set(1, normalized(connection.path(1).asString("")));
                }
            }
        }
    }

    private static String normalized(String mac) {
        String digits = mac.matches("(..[-:]){5}..|(....\\.){2}....") ? mac.replaceAll("[-:.]", "") : mac;
        return digits.length() == 12 ? String.join(":", digits.toLowerCase(Locale.ROOT).split("(?<=\\G..)")) : mac;
    }

    private static List<JsonNode> all(ObjectNode registry) {
        List<JsonNode> all = new ArrayList<>();
        registry.path("data").path("devices").forEach(all::add);
        registry.path("data").path("deleted_devices").forEach(all::add);
        return all;
    }

    /** A device belongs to one config entry: one of several becomes several. */
    @Migration(from = 12, to = 13)
    static void oneConfigEntryEach(ObjectNode registry) {
        JsonNode data = registry.path("data");
        Map<String, Map<String, String>> parts = new HashMap<>();
        ArrayNode devices = split((ObjectNode) data, "devices", parts);
        split((ObjectNode) data, "deleted_devices", new HashMap<>());
        for (JsonNode device : devices) {
            Map<String, String> via = parts.get(device.path("via_device_id").asString(""));
            if (via != null) {
                String any = via.values().stream().findFirst().orElse(null);
                ((ObjectNode) device).put("via_device_id", via.getOrDefault(device.path("config_entry_id").stringValue(), any));
            }
        }
    }

    /** @param parts gets what became of a device: an id for each of its config entries */
    private static ArrayNode split(ObjectNode data, String list, Map<String, Map<String, String>> parts) {
        List<ObjectNode> result = new ArrayList<>();
        for (JsonNode device : data.path(list)) {
            JsonNode entries = device.path("config_entries_subentries");
            Map<String, String> ids = parts.computeIfAbsent(device.path("id").asString(""), id -> new LinkedHashMap<>());
            ((ObjectNode) device).remove(List.of("config_entries", "config_entries_subentries"));
            for (Map.Entry<String, JsonNode> entry : entries.properties()) {
                ObjectNode part = ((ObjectNode) device).deepCopy().put("config_entry_id", entry.getKey());
                entry.getValue().valueStream().filter(JsonNode::isString).findFirst().ifPresent(sub -> part.set("config_subentry_id", sub));
                if (entries.size() > 1) {
                    part.put("id", Device.newId());
                }
                if (entries.size() > 1 && list.equals("devices")) {
                    part.put("composite_device_id", device.path("id").asString("")).put("has_composite_identifiers", true);
                    part.set("composite_primary_config_entry", device.path("primary_config_entry"));
                    part.put("primary_config_entry", entry.getKey()).put("split_at", OffsetDateTime.now(ZoneOffset.UTC).toString());
                }
                ids.put(entry.getKey(), part.path("id").asString(""));
                result.add(part);
            }
            if (entries.isEmpty() && !list.equals("devices")) {
                result.add((ObjectNode) device);
            }
        }
        return data.putArray(list).addAll(result);
    }
}
