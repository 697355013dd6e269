package dev.saveschema.document;

import dev.saveschema.Envelope;
import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.codec.MemberName;
import dev.saveschema.codec.Members;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.codec.limit.WholeLimit;
import dev.saveschema.json.ByteWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A ship, {@code {"name": "Argo", "oars": 50, "crew": ["Ada"], "cargo": {"rope": 3}}}. Version 2 had {@code rowers} in place of
 * {@code oars}; version 1 is not read any more.
 */
record Ship(String name, int oars, List<String> crew, Map<String, Integer> cargo) {

    static final Ship DEFAULT = new Ship("?", 2, List.of(), Map.of());

    /** The schema, written by hand as the processor would. */
    static final class ShipSchema implements DocumentSchema<Ship> {

        static final ShipSchema INSTANCE = new ShipSchema(Optional.empty());

        private static final MemberName NAME = MemberName.of("name");
        private static final MemberName OARS = MemberName.of("oars");
        private static final MemberName CREW = MemberName.of("crew");
        private static final MemberName CARGO = MemberName.of("cargo");
        private static final WholeLimit OARS_LIMIT = WholeLimit.between(0, 100);
        private static final Members MEMBERS = Members.of(
                Members.member("name", "\"?\""),
                Members.member("oars", "2"),
                Members.optional("crew", "[]"),
                Members.optional("cargo", "{}"));

        private final Optional<Envelope> envelope;

        ShipSchema(Optional<Envelope> envelope) {
            this.envelope = envelope;
        }

        @Override
        public int version() {
            return 3;
        }

        @Override
        public int reads() {
            return 2;
        }

        @Override
        public int oldestVersion() {
            return 2;
        }

        @Override
        public int unversionedVersion() {
            return 2;
        }

        @Override
        public Optional<Envelope> envelope() {
            return envelope;
        }

        @Override
        public Ship defaultValue() {
            return DEFAULT;
        }

        @Override
        public Ship read(SaveReader in) {
            if (!in.beginObject(MEMBERS)) {
                return DEFAULT;
            }
            String name = "?";
            int oars = 2;
            List<String> crew = new ArrayList<>();
            Map<String, Integer> cargo = new LinkedHashMap<>();
            for (int member = in.nextMember(); member != SaveReader.END; member = in.nextMember()) {
                switch (member) {
                    case 0 -> name = in.readString(name, TextLimit.NONE);
                    case 1 -> oars = in.readInt(oars, OARS_LIMIT);
                    case 2 -> {
                        if (in.beginArray()) {
                            while (in.nextElement()) {
                                String one = in.readString(null, TextLimit.NONE);
                                if (one != null) {
                                    crew.add(one);
                                }
                            }
                        }
                    }
                    default -> {
                        if (in.beginMap()) {
                            while (in.nextEntry()) {
                                String key = in.readKey();
                                Integer count = in.readInt((Integer) null, WholeLimit.NONE);
                                if (count != null) {
                                    in.put(cargo, key, count);
                                }
                            }
                        }
                    }
                }
            }
            if (name.equals("refused")) {
                return in.rejected(new IllegalArgumentException("no such ship"), null);
            }
            return new Ship(name, oars, crew, cargo);
        }

        @Override
        public void write(SaveWriter out, Ship ship) {
            out.beginObject();
            out.name(NAME).write(ship.name());
            out.name(OARS).write(ship.oars(), OARS_LIMIT);
            out.name(CREW);
            out.beginArray();
            ship.crew().forEach(out::write);
            out.endArray();
            out.name(CARGO);
            out.beginObject();
            ship.cargo().forEach((key, count) -> out.key(key).write((int) out.required(count)));
            out.endObject();
            out.endObject();
        }

        @Override
        public List<MigratedStep> migrate(ObjectNode document, int from, LoadLimits limits, RepairLog log) {
            if (document.has("rowers")) {
                document.set("oars", document.remove("rowers"));
            }
            return List.of(new MigratedStep(2, 3, List.of("renamed rowers to oars")));
        }
    }

    /** The bytes of a save, without a seal. */
    static byte[] file(Ship ship) {
        byte[] body = DocumentWriter.body(ShipSchema.INSTANCE, ship, false, LoadLimits.defaults());
        ByteWriter out = new ByteWriter();
        out.raw(body);
        out.raw('}');
        return out.toByteArray();
    }
}
