package dev.saveschema.processor.history.typed;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.MemberAt;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.TextFormat;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.model.Alternative;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Envelope;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.Move;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Shape.Decimal;
import dev.saveschema.processor.model.Shape.Sequence;
import dev.saveschema.processor.model.Shape.Whole;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.model.Surroundings;
import dev.saveschema.processor.model.UnknownMembers;
import dev.saveschema.processor.problem.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A locked version as a schema of its own, in Java types: {@code ProgressV1}, with the parts and constants of that version nested
 * in it. Names in Java are made of the names in the file: {@code current_step_id} becomes {@code currentStepId}.
 */
public final class TypedVersion {

    private final Snapshot snapshot;
    private final List<Change> changes;
    private final ClassRef root;
    private final Map<String, Shape.Enumeration> enums = new LinkedHashMap<>();
    private final Map<ValueType.OneOf, Shape.OneOf> oneOfs = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    private TypedVersion(Snapshot snapshot, List<Change> changes, ClassRef root) {
        this.snapshot = snapshot;
        this.changes = changes;
        this.root = root;
    }

    /**
     * The schema of a locked version.
     *
     * @param record the record of the schema that the version belongs to
     * @param surroundings the surroundings of that schema
     */
    public static SchemaModel of(LockedVersion version, ClassRef record, Surroundings surroundings) {
        Snapshot snapshot = version.snapshot();
        return new TypedVersion(snapshot, version.changes(), record.inVersion(snapshot.version())).model(surroundings);
    }

    private SchemaModel model(Surroundings surroundings) {
        List<RecordModel> records = new ArrayList<>();
        for (Definition definition : snapshot.definitions()) {
            if (definition instanceof Definition.Part part) {
                records.add(record(part));
            }
        }
        int version = snapshot.version();
        Origin nowhere = Origin.NOWHERE;
        return new SchemaModel(
                snapshot.id(),
                version,
                version,
                version,
                new Envelope.None(),
                Optional.empty(),
                records,
                List.of(),
                surroundings,
                nowhere,
                nowhere,
                nowhere,
                nowhere,
                nowhere);
    }

    private RecordModel record(Definition.Part part) {
        JavaNames names = new JavaNames();
        List<Component> components = new ArrayList<>();
        for (Definition.Member member : part.members()) {
            components.add(component(names.component(member.name()), member, part.name()));
        }
        Optional<UnknownMembers> unknown = part.isOpen()
                ? Optional.of(new UnknownMembers(names.component("unknown"), components.size(), Origin.NOWHERE))
                : Optional.empty();
        return new RecordModel(
                type(part.name()), List.of(), components, unknown, List.of(), false, false, Origin.NOWHERE);
    }

    private ClassRef type(String definition) {
        if (definition.equals(snapshot.root().name())) {
            return root;
        }
        return inside(root, definition);
    }

    /** The names that a member, constant or subtype of a definition had in the version before. */
    private List<Rename> renames(String definition, String name) {
        return Change.ofKind(Change.Renamed.class, changes)
                .filter(renamed ->
                        renamed.in().equals(definition) && renamed.to().equals(name))
                .map(renamed -> new Rename(renamed.from(), snapshot.version(), Origin.NOWHERE))
                .toList();
    }

    /** The place of a member in the version before, if it was another one. */
    private Optional<Move> move(String definition, Definition.Member member) {
        return Change.ofKind(Change.Moved.class, changes)
                .filter(moved ->
                        MemberAt.of(snapshot, moved.to()).equals(Optional.of(new MemberAt(definition, member))))
                .map(moved -> new Move(moved.from(), snapshot.version(), Origin.NOWHERE))
                .findFirst();
    }

    /** @param definition the part that it is a member of */
    private Component component(String name, Definition.Member member, String definition) {
        Origin nowhere = Origin.NOWHERE;
        Shape shape = shape(member.type());
        return new Component(
                name,
                member.name(),
                List.of(),
                shape,
                fallback(member, shape),
                OldLimits.of(member.type()),
                member.omitted(),
                1,
                renames(definition, member.name()),
                move(definition, member),
                Optional.empty(),
                nowhere,
                nowhere,
                nowhere,
                nowhere);
    }

    /** The default of a member. A default that only the program of that time could make is replaced by a plain value. */
    private Fallback fallback(Definition.Member member, Shape shape) {
        if (shape instanceof Shape.Choice choice && member.fallback().isEmpty()) {
            return new Fallback.Literal(choice.subtypes().get(0).jsonName(), false, Origin.NOWHERE);
        }
        Json value = member.fallback().orElseGet(() -> new PlainValue(snapshot).of(member.type()));
        boolean startsByItself =
                shape instanceof Shape.Nested || value instanceof Json.Null && !(shape instanceof Shape.Anything);
        return startsByItself
                ? new Fallback.Undeclared()
                : new Fallback.Literal(LiteralOf.text(value, shape), false, Origin.NOWHERE);
    }

    private Shape shape(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return new Shape.Flag(false);
        }
        if (type instanceof ValueType.Whole whole) {
            return whole(whole.width(), false);
        }
        if (type instanceof ValueType.Decimal decimal) {
            return decimal(decimal.precision(), false);
        }
        if (type instanceof ValueType.Text text) {
            return text(text.format(), false);
        }
        if (type instanceof ValueType.Defined defined) {
            return defined(snapshot.definition(defined.definition()));
        }
        if (type instanceof ValueType.Nullable nullable) {
            return new Shape.OptionalOf(boxed(nullable.of()));
        }
        if (type instanceof ValueType.ListOf list) {
            return new Sequence(list.unique() ? Sequence.Kind.SET : Sequence.Kind.LIST, boxed(list.element()));
        }
        if (type instanceof ValueType.MapOf map) {
            return new Shape.Mapping(boxed(map.key()), boxed(map.value()));
        }
        if (type instanceof ValueType.OneOf oneOf) {
            Shape.OneOf known = oneOfs.get(oneOf);
            if (known == null) {
                known = oneOf(oneOf);
                oneOfs.put(oneOf, known);
            }
            return known;
        }
        if (type instanceof ValueType.Anything) {
            return new Shape.Anything();
        }
        throw new AssertionError(type);
    }

    /** The shape as it stands between angle brackets. */
    private Shape boxed(ValueType type) {
        if (type instanceof ValueType.Flag) {
            return new Shape.Flag(true);
        }
        if (type instanceof ValueType.Whole whole) {
            return whole(whole.width(), true);
        }
        if (type instanceof ValueType.Decimal decimal) {
            return decimal(decimal.precision(), true);
        }
        return type instanceof ValueType.Text text ? text(text.format(), true) : shape(type);
    }

    private static Shape whole(ValueType.Whole.Width width, boolean boxed) {
        return switch (width) {
            case INT8 -> new Whole(Whole.Width.BYTE, boxed);
            case INT16 -> new Whole(Whole.Width.SHORT, boxed);
            case INT32 -> new Whole(Whole.Width.INT, boxed);
            case INT64 -> new Whole(Whole.Width.LONG, boxed);
            case UNBOUNDED -> new Whole(Whole.Width.BIG, true);
        };
    }

    private static Shape decimal(ValueType.Decimal.Precision precision, boolean boxed) {
        return switch (precision) {
            case FLOAT -> new Decimal(Decimal.Precision.FLOAT, boxed);
            case DOUBLE -> new Decimal(Decimal.Precision.DOUBLE, boxed);
            case EXACT -> new Decimal(Decimal.Precision.BIG, true);
        };
    }

    private static Shape text(String format, boolean boxed) {
        return switch (format) {
            case ValueType.Text.PLAIN -> new Shape.Text();
            case TextFormat.CHAR -> new Shape.Letter(boxed);
            default -> TextFormat.kind(format).<Shape>map(Shape.Scalar::new).orElseGet(Shape.Text::new);
        };
    }

    private Shape defined(Definition definition) {
        if (definition instanceof Definition.Constants constants) {
            return enums.computeIfAbsent(constants.name(), name -> enumeration(constants));
        }
        return definition instanceof Definition.Choice choice ? choice(choice) : nested(definition.name());
    }

    private Shape.Nested nested(String definition) {
        return new Shape.Nested(type(definition), List.of());
    }

    private Shape.Choice choice(Definition.Choice choice) {
        Origin nowhere = Origin.NOWHERE;
        List<Subtype> subtypes = new ArrayList<>();
        String discriminator = "";
        for (String name : choice.parts()) {
            Definition.Tag tag =
                    ((Definition.Part) snapshot.definition(name)).tag().orElseThrow();
            discriminator = tag.member();
            subtypes.add(new Subtype(
                    nested(name),
                    tag.value(),
                    List.of(),
                    renames(choice.name(), tag.value()),
                    nowhere,
                    nowhere,
                    nowhere));
        }
        return new Shape.Choice(
                type(choice.name()),
                discriminator,
                subtypes,
                choice.other().map(this::nested),
                List.of(),
                nowhere,
                nowhere);
    }

    /** The interface for a value of several JSON types. Its records are nested in it, and each has one component, {@code value}. */
    private Shape.OneOf oneOf(ValueType.OneOf oneOf) {
        ClassRef type = type(free(oneOf.name()));
        Origin nowhere = Origin.NOWHERE;
        return new Shape.OneOf(
                type,
                oneOf.alternatives().stream()
                        .map(each -> new Alternative(
                                inside(type, each.name()),
                                component(
                                        "value", new Definition.Member("value", each.type(), Optional.empty(), ""), ""),
                                each.json(),
                                false,
                                nowhere))
                        .toList(),
                nowhere);
    }

    private String free(String name) {
        String free = name;
        for (int number = 2; snapshot.find(free).isPresent() || !taken.add(free); number++) {
            free = name + number;
        }
        return free;
    }

    private static ClassRef inside(ClassRef type, String name) {
        List<String> nested = new ArrayList<>(type.simpleNames());
        nested.add(name);
        return new ClassRef(type.packageName(), nested);
    }

    private Shape.Enumeration enumeration(Definition.Constants constants) {
        JavaNames names = new JavaNames();
        Origin nowhere = Origin.NOWHERE;
        return new Shape.Enumeration(
                type(constants.name()),
                constants.values().stream()
                        .map(value -> new EnumConstant(
                                names.constant(value),
                                value,
                                List.of(),
                                renames(constants.name(), value),
                                nowhere,
                                nowhere,
                                nowhere))
                        .toList(),
                List.of(),
                nowhere);
    }
}
