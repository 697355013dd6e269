package dev.saveschema.processor.history.head;

import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.TextFormat;
import dev.saveschema.processor.history.snapshot.ValueType;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Documentation;
import dev.saveschema.processor.model.Envelope;
import dev.saveschema.processor.model.JsonType;
import dev.saveschema.processor.model.JsonTypes;
import dev.saveschema.processor.model.Limits;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes the snapshot of a schema: a description without anything that a file does not show, such as the classes. */
public final class SnapshotTaker {

    private final SchemaModel schema;
    private final int version;
    private final Documentation documentation;
    private final DefaultJson defaults;
    private final Map<Object, String> names = new HashMap<>();
    private final Map<String, Optional<Definition>> definitions = new LinkedHashMap<>();
    private final Map<String, RecordModel> records = new HashMap<>();
    private final Map<String, Shape.Choice> choices = new HashMap<>();
    private final Map<String, HeadSnapshot.Source> sources = new HashMap<>();
    private final Deque<Runnable> pending = new ArrayDeque<>();

    SnapshotTaker(SchemaModel schema, int version, Documentation documentation) {
        this.schema = schema;
        this.version = version;
        this.documentation = documentation;
        this.defaults = new DefaultJson(schema);
    }

    /** The type of a value in the file, apart from any component. Definitions in it are only named. */
    public static ValueType typeOf(Shape shape, SchemaModel schema) {
        return new SnapshotTaker(schema, schema.version(), Documentation.NONE).type(shape, Limits.NONE);
    }

    HeadSnapshot take() {
        record(schema.root().shape());
        while (!pending.isEmpty()) {
            pending.removeFirst().run();
        }
        List<Definition> all =
                definitions.values().stream().map(Optional::orElseThrow).toList();
        return new HeadSnapshot(new Snapshot(schema.id(), version, versionMember(), all), records, choices, sources);
    }

    private String versionMember() {
        if (schema.envelope() instanceof Envelope.Member member) {
            return member.name();
        }
        return schema.envelope() instanceof Envelope.Custom ? "" : Snapshot.OWN_VERSION;
    }

    /** The name of the record's definition. The definition itself is made later, since a record may hold others, and itself. */
    private String record(Shape.Nested shape) {
        return record(shape, Optional.empty());
    }

    /**
     * The name of the record's definition. A record that is one of a sealed interface has a definition with a tag, and another one
     * if it also stands by itself.
     */
    private String record(Shape.Nested shape, Optional<Definition.Tag> tag) {
        return define(List.of(shape, tag), shape.type(), name -> {
            RecordModel record = schema.record(shape);
            records.put(name, record);
            sources.put(name, new HeadSnapshot.Source(record.components(), record.removals(), record.origin()));
            definitions.put(name, Optional.of(part(name, record, tag)));
        });
    }

    private String choice(Shape.Choice shape) {
        return define(shape.type(), shape.type(), name -> {
            choices.put(name, shape);
            sources.put(name, new HeadSnapshot.Source(shape.subtypes(), shape.removals(), shape.origin()));
            List<String> parts = shape.subtypes().stream()
                    .map(subtype -> record(
                            subtype.record(),
                            Optional.of(new Definition.Tag(shape.discriminator(), subtype.jsonNameIn(version)))))
                    .toList();
            definitions.put(
                    name,
                    Optional.of(new Definition.Choice(name, parts, shape.other().map(this::record))));
        });
    }

    private String constants(Shape.Enumeration shape) {
        return define(shape.type(), shape.type(), name -> {
            sources.put(name, new HeadSnapshot.Source(shape.constants(), shape.removals(), shape.origin()));
            List<String> values = shape.constants().stream()
                    .map(constant -> constant.jsonNameIn(version))
                    .toList();
            definitions.put(name, Optional.of(new Definition.Constants(name, values)));
        });
    }

    private String define(Object owner, ClassRef type, Consumer<String> maker) {
        String known = names.get(owner);
        if (known != null) {
            return known;
        }
        String name = free(type);
        names.put(owner, name);
        definitions.put(name, Optional.empty());
        pending.addLast(() -> maker.accept(name));
        return name;
    }

    private String free(ClassRef type) {
        String name = type.simpleName();
        for (int number = 2; definitions.containsKey(name); number++) {
            name = type.simpleName() + number;
        }
        return name;
    }

    private Definition.Part part(String name, RecordModel record, Optional<Definition.Tag> tag) {
        List<Definition.Member> members = new ArrayList<>();
        for (Component component : record.components()) {
            if (component.since() <= version) {
                members.add(new Definition.Member(
                        component.jsonNameIn(version),
                        type(component.shape(), component.limits()),
                        defaults.of(component),
                        component.omit() && !(component.shape() instanceof Shape.OptionalOf),
                        documentation.of(record.type(), component.name())));
            }
        }
        return new Definition.Part(
                name,
                documentation.of(record.type()),
                tag,
                members,
                record.unknown().isPresent());
    }

    private ValueType type(Shape shape, Limits limits) {
        return shape.accept(new ToType(limits));
    }

    private final class ToType implements Shape.Visitor<ValueType> {

        private final Limits limits;

        private ToType(Limits limits) {
            this.limits = limits;
        }

        @Override
        public ValueType flag(Shape.Flag shape) {
            return new ValueType.Flag();
        }

        @Override
        public ValueType whole(Shape.Whole shape) {
            return new ValueType.Whole(
                    switch (shape.width()) {
                        case BYTE -> ValueType.Whole.Width.INT8;
                        case SHORT -> ValueType.Whole.Width.INT16;
                        case INT -> ValueType.Whole.Width.INT32;
                        case LONG -> ValueType.Whole.Width.INT64;
                        case BIG -> ValueType.Whole.Width.UNBOUNDED;
                    },
                    LimitTypes.wholeBounds(limits));
        }

        @Override
        public ValueType decimal(Shape.Decimal shape) {
            return new ValueType.Decimal(
                    switch (shape.precision()) {
                        case FLOAT -> ValueType.Decimal.Precision.FLOAT;
                        case DOUBLE -> ValueType.Decimal.Precision.DOUBLE;
                        case BIG -> ValueType.Decimal.Precision.EXACT;
                    },
                    LimitTypes.bounds(limits));
        }

        @Override
        public ValueType letter(Shape.Letter shape) {
            return text("char");
        }

        @Override
        public ValueType text(Shape.Text shape) {
            return new ValueType.Text(ValueType.Text.PLAIN, LimitTypes.size(limits), LimitTypes.patterns(limits));
        }

        @Override
        public ValueType enumeration(Shape.Enumeration shape) {
            return new ValueType.Defined(constants(shape));
        }

        @Override
        public ValueType scalar(Shape.Scalar shape) {
            return text(TextFormat.of(shape.kind()));
        }

        @Override
        public ValueType anything(Shape.Anything shape) {
            return new ValueType.Anything();
        }

        /** If the codec does not declare its form, the type is any JSON: only the codec knows what it writes. */
        @Override
        public ValueType custom(Shape.Custom shape) {
            if (shape.forms().size() == 1) {
                return type(shape.forms().get(0), Limits.NONE);
            }
            return shape.forms().isEmpty()
                    ? new ValueType.Anything()
                    : new ValueType.OneOf(
                            nameOf(shape),
                            shape.forms().stream().map(this::alternative).toList());
        }

        private ValueType.Alternative alternative(Shape form) {
            JsonType json = JsonTypes.of(form).orElseThrow();
            return new ValueType.Alternative(
                    switch (json) {
                        case FLAG -> "Flag";
                        case NUMBER -> "Number";
                        case TEXT -> "Text";
                        case LIST -> "Elements";
                        case OBJECT -> "Members";
                    },
                    json,
                    type(form, Limits.NONE));
        }

        private static String nameOf(Shape.Custom shape) {
            String name = shape.type().simpleName();
            return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Array".repeat(shape.dimensions());
        }

        @Override
        public ValueType optionalOf(Shape.OptionalOf shape) {
            return new ValueType.Nullable(type(shape.of(), limits));
        }

        @Override
        public ValueType sequence(Shape.Sequence shape) {
            return new ValueType.ListOf(
                    type(shape.element(), limits.ofElements()), shape.kind().isSet(), LimitTypes.size(limits));
        }

        @Override
        public ValueType mapping(Shape.Mapping shape) {
            return new ValueType.MapOf(
                    type(shape.key(), limits.ofKeys()),
                    type(shape.value(), limits.ofElements()),
                    LimitTypes.size(limits));
        }

        @Override
        public ValueType nested(Shape.Nested shape) {
            return new ValueType.Defined(record(shape));
        }

        @Override
        public ValueType choice(Shape.Choice shape) {
            return new ValueType.Defined(SnapshotTaker.this.choice(shape));
        }

        @Override
        public ValueType oneOf(Shape.OneOf shape) {
            return new ValueType.OneOf(
                    shape.type().simpleName(),
                    shape.alternatives().stream()
                            .map(alternative -> new ValueType.Alternative(
                                    alternative.type().simpleName(),
                                    alternative.json(),
                                    type(
                                            alternative.component().shape(),
                                            alternative.component().limits())))
                            .toList());
        }

        private static ValueType text(String format) {
            return new ValueType.Text(format, ValueType.Size.ANY, List.of());
        }
    }
}
