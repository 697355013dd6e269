package dev.saveschema.processor.history.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.model.Bound;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A version's file in the history. */
class SchemaFileTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden/history.schema.json");

    /** Every type, limit and kind of definition that there is. */
    private static final Snapshot EVERYTHING = everything();

    private static final List<Change> CHANGES = List.of(
            new Change.Renamed("Everything", "nick", "name"),
            new Change.Removed("Part", "old"),
            new Change.Added("Everything", "flag", Optional.of(Json.of(true))),
            new Change.Added("Everything", "id", Optional.empty()),
            new Change.Required("Part", "title", Optional.of(Json.of(""))),
            new Change.Moved("Everything", "/volume", "/part/volume"),
            new Change.Coded("Everything", "award", Optional.empty(), Optional.empty(), false),
            new Change.Coded("Part", "divide", Optional.empty(), Optional.of("Piece"), false),
            new Change.Coded("Everything", "minutes", Optional.of("play_time"), Optional.empty(), false));

    private static Snapshot everything() {
        ValueType.Text any = new ValueType.Text("", ValueType.Size.ANY, List.of());
        ValueType.Text limited = new ValueType.Text("", new ValueType.Size(1, 24), List.of("[A-Z]+", ".*é\\\\.*"));
        ValueType.Text one = new ValueType.Text("", ValueType.Size.ANY, List.of("a|b"));
        ValueType.Text uuid = new ValueType.Text("uuid", ValueType.Size.ANY, List.of());
        ValueType.Bounds closed = new ValueType.Bounds(bound("0", true), bound("100", true));
        ValueType.Whole intKey = new ValueType.Whole(ValueType.Whole.Width.INT32, closed);
        ValueType.Bounds open = new ValueType.Bounds(bound("0.5", false), bound("1e3", false));
        List<Definition.Member> members = new ArrayList<>();
        add(members, "flag", new ValueType.Flag());
        for (ValueType.Whole.Width width : ValueType.Whole.Width.values()) {
            add(members, "whole_" + width, new ValueType.Whole(width, closed));
        }
        for (ValueType.Decimal.Precision precision : ValueType.Decimal.Precision.values()) {
            add(members, "decimal_" + precision, new ValueType.Decimal(precision, open));
        }
        add(members, "plain", new ValueType.Whole(ValueType.Whole.Width.INT32, ValueType.Bounds.NONE));
        add(members, "text", any);
        add(members, "limited", limited);
        add(members, "one", one);
        add(members, "uuid", uuid);
        add(members, "mode", new ValueType.Defined("Mode"));
        add(members, "maybe", new ValueType.Nullable(new ValueType.Defined("Part")));
        add(members, "maybe_text", new ValueType.Nullable(limited));
        add(members, "list", new ValueType.ListOf(uuid, false, new ValueType.Size(1, 9)));
        add(members, "set", new ValueType.ListOf(new ValueType.Defined("Mode"), true, ValueType.Size.ANY));
        add(members, "map", new ValueType.MapOf(any, new ValueType.Defined("Part"), new ValueType.Size(0, 5)));
        add(
                members,
                "by_number",
                new ValueType.MapOf(intKey, new ValueType.ListOf(any, false, ValueType.Size.ANY), ValueType.Size.ANY));
        add(members, "by_mode", new ValueType.MapOf(new ValueType.Defined("Mode"), limited, ValueType.Size.ANY));
        add(members, "shape", new ValueType.Defined("Shape"));
        add(members, "anything", new ValueType.Anything());
        add(members, "itself", new ValueType.ListOf(new ValueType.Defined("Everything"), false, ValueType.Size.ANY));
        Definition.Part part = new Definition.Part(
                "Part",
                "A part.",
                Optional.empty(),
                List.of(new Definition.Member("title", any, Optional.of(Json.of("")), "What it is \"called\".")),
                true);
        return new Snapshot(
                "everything",
                3,
                List.of(
                        new Definition.Part("Everything", "All there is.", Optional.empty(), members, false),
                        new Definition.Constants("Mode", List.of("easy", "HARD")),
                        part,
                        new Definition.Choice("Shape", List.of("Circle", "Square")),
                        new Definition.Part(
                                "Circle",
                                "",
                                Optional.of(new Definition.Tag("type", "circle")),
                                List.of(new Definition.Member("radius", new ValueType.Flag(), Optional.empty(), "")),
                                false),
                        new Definition.Part(
                                "Square", "", Optional.of(new Definition.Tag("type", "square")), List.of(), false)));
    }

    private static void add(List<Definition.Member> members, String name, ValueType type) {
        members.add(
                new Definition.Member(name, type, Optional.of(Json.of(7)), name.length() % 2 == 0 ? "" : "Of " + name));
    }

    private static Optional<Bound> bound(String number, boolean inclusive) {
        return Optional.of(new Bound(new BigDecimal(number), inclusive));
    }

    @Test
    void itReadsAsADiffShould() throws IOException {
        String text = SchemaFile.text(LockedVersion.of(EVERYTHING, CHANGES));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN)).endsWith("}\n").doesNotContain("\r", "\t");
    }

    @Test
    void whatIsReadIsWhatWasWritten() throws Exception {
        LockedVersion version = LockedVersion.of(EVERYTHING, CHANGES);
        assertThat(SchemaFileReader.read(SchemaFile.text(version))).isEqualTo(version);
    }

    @Test
    void aStepThatSaysThatItIsCompatibleIsReadAsThat() throws Exception {
        LockedVersion version = LockedVersion.of(
                EVERYTHING, List.of(new Change.Coded("Everything", "award", Optional.empty(), Optional.empty(), true)));
        assertThat(SchemaFileReader.read(SchemaFile.text(version))).isEqualTo(version);
    }

    @Test
    void anyByteThatChangesIsNoticed() {
        byte[] sound = SchemaFile.text(LockedVersion.of(EVERYTHING, CHANGES)).getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < sound.length; at++) {
            for (int bit : new int[] {1, 2, 4, 8, 16, 32}) {
                byte[] edited = sound.clone();
                edited[at] ^= (byte) bit;
                int place = at;
                assertThatThrownBy(() -> SchemaFileReader.read(new String(edited, StandardCharsets.UTF_8)))
                        .as("byte %d, bit %d", place, bit)
                        .isInstanceOfAny(EditedException.class, NotASnapshotException.class);
            }
        }
    }

    @Test
    void aByteMoreOrLessIsNoticed() {
        String sound = SchemaFile.text(LockedVersion.of(EVERYTHING, CHANGES));
        for (int at = 0; at < sound.length(); at++) {
            String less = sound.substring(0, at) + sound.substring(at + 1);
            String more = sound.substring(0, at) + " " + sound.substring(at);
            for (String edited : List.of(less, more)) {
                assertThatThrownBy(() -> SchemaFileReader.read(edited))
                        .as("%d", at)
                        .isInstanceOfAny(EditedException.class, NotASnapshotException.class);
            }
        }
    }

    @Test
    void lineEndsOfAnotherSystemAreNoEdit() throws Exception {
        LockedVersion version = LockedVersion.of(EVERYTHING, CHANGES);
        assertThat(SchemaFileReader.read(SchemaFile.text(version).replace("\n", "\r\n")))
                .isEqualTo(version);
    }

    @Test
    void theFingerprintIsThatOfNamesTypesAndLimits() {
        String fingerprint = Fingerprint.of(EVERYTHING);
        assertThat(fingerprint).isEqualTo(Fingerprint.of(renamed(EVERYTHING)));
        for (Definition.Member member : EVERYTHING.root().members()) {
            Snapshot without = withMembers(EVERYTHING.root().members().stream()
                    .filter(other -> other != member)
                    .toList());
            assertThat(Fingerprint.of(without)).as(member.name()).isNotEqualTo(fingerprint);
        }
    }

    /** Another order, other defaults and descriptions, and other names of classes. */
    private static Snapshot renamed(Snapshot snapshot) {
        List<Definition> others = new ArrayList<>();
        for (Definition definition : snapshot.definitions()) {
            others.add(renamed(definition));
        }
        return new Snapshot("other", 8, others);
    }

    private static Definition renamed(Definition definition) {
        if (definition instanceof Definition.Part part) {
            List<Definition.Member> members = new ArrayList<>();
            for (Definition.Member member : part.members()) {
                members.add(0, new Definition.Member(member.name(), renamed(member.type()), Optional.empty(), "Other"));
            }
            return new Definition.Part("X" + part.name(), "Other", part.tag(), members, part.isOpen());
        }
        if (definition instanceof Definition.Choice choice) {
            return new Definition.Choice("X" + choice.name(), List.of("XSquare", "XCircle"));
        }
        return new Definition.Constants("X" + definition.name(), List.of("HARD", "easy"));
    }

    private static ValueType renamed(ValueType type) {
        if (type instanceof ValueType.Defined defined) {
            return new ValueType.Defined("X" + defined.definition());
        }
        if (type instanceof ValueType.Nullable nullable) {
            return new ValueType.Nullable(renamed(nullable.of()));
        }
        if (type instanceof ValueType.ListOf list) {
            return new ValueType.ListOf(renamed(list.element()), list.unique(), list.size());
        }
        return type instanceof ValueType.MapOf map
                ? new ValueType.MapOf(renamed(map.key()), renamed(map.value()), map.size())
                : type;
    }

    private static Snapshot withMembers(List<Definition.Member> members) {
        List<Definition> definitions = new ArrayList<>(EVERYTHING.definitions());
        definitions.set(0, new Definition.Part("Everything", "", Optional.empty(), members, false));
        return new Snapshot("everything", 3, definitions);
    }
}
