package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/** The type of a component, an element, a key or a value, as far as a file is concerned. */
public sealed interface Shape {

    <R> R accept(Visitor<R> visitor);

    /** {@code boolean}, {@code Boolean}. */
    record Flag(boolean boxed) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flag(this);
        }
    }

    /** A whole number; {@code boxed} is true for {@link Width#BIG}, which has no primitive. */
    record Whole(Width width, boolean boxed) implements Shape {

        /** How large it may be. */
        public enum Width {
            BYTE,
            SHORT,
            INT,
            LONG,
            BIG
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.whole(this);
        }
    }

    /** A decimal number; {@code boxed} is true for {@link Precision#BIG}, which has no primitive. */
    record Decimal(Precision precision, boolean boxed) implements Shape {

        /** How exact it is. */
        public enum Precision {
            FLOAT,
            DOUBLE,
            BIG
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.decimal(this);
        }
    }

    /** {@code char}, {@code Character}: text of one UTF-16 unit. */
    record Letter(boolean boxed) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.letter(this);
        }
    }

    /** {@code String}. */
    record Text() implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * An enum.
     *
     * @param removals the constants that it no longer has
     */
    record Enumeration(ClassRef type, List<EnumConstant> constants, List<Removal> removals, Origin origin)
            implements Shape {

        public Enumeration {
            constants = List.copyOf(constants);
            removals = List.copyOf(removals);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.enumeration(this);
        }
    }

    /** A value of the JDK's that a file holds as one text. */
    record Scalar(ScalarKind kind) implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    /** {@code JsonNode}: whatever JSON can hold, {@code null} too. */
    record Anything() implements Shape {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.anything(this);
        }
    }

    /**
     * A type that a codec of the developer's reads and writes.
     *
     * @param type a class, or a primitive by its keyword
     * @param dimensions of an array of those; 0 for no array
     * @param forms what the codec writes, each another type of JSON; empty if only the codec knows
     */
    record Custom(ClassRef type, int dimensions, ClassRef codec, List<Shape> forms) implements Shape {

        public Custom {
            forms = List.copyOf(forms);
        }

        /** The form of a type of JSON, if the codec has one. */
        public Optional<Shape> form(JsonType json) {
            return forms.stream()
                    .filter(form -> JsonTypes.of(form).equals(Optional.of(json)))
                    .findFirst();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.custom(this);
        }
    }

    /** {@code Optional<of>}; of a primitive {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}. */
    record OptionalOf(Shape of) implements Shape {
        @Override
        public List<Shape> parts() {
            return List.of(of);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.optionalOf(this);
        }
    }

    /** A JSON array. */
    record Sequence(Kind kind, Shape element) implements Shape {

        /** What holds it in Java. */
        public enum Kind {
            LIST,
            SET,
            /** In the natural order of its elements. */
            SORTED_SET,
            DEQUE,
            /** Of a primitive if the element is not boxed. */
            ARRAY;

            /** Whether an element can be in it only once. */
            public boolean isSet() {
                return this == SET || this == SORTED_SET;
            }
        }

        @Override
        public List<Shape> parts() {
            return List.of(element);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sequence(this);
        }
    }

    /** A JSON object whose names are keys; the key is a text, {@code Integer}, {@code Long}, UUID or enum. */
    record Mapping(Shape key, Shape value) implements Shape {
        @Override
        public List<Shape> parts() {
            return List.of(key, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapping(this);
        }
    }

    /**
     * A record, found in {@link SchemaModel#record}.
     *
     * @param arguments what its type parameters stand for; each list of arguments makes a record of its own
     */
    record Nested(ClassRef type, List<Shape> arguments) implements Shape {

        public Nested {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nested(this);
        }
    }

    /**
     * A sealed interface: an object that is one of several records, and says in one of its members which.
     *
     * @param discriminator the name of that member
     * @param other the record that takes every object that is none of these, and keeps it as it is
     * @param removals the names of records that it no longer permits
     * @param origin the interface
     * @param discriminatorOrigin {@code @Discriminator}, else the interface
     */
    record Choice(
            ClassRef type,
            String discriminator,
            List<Subtype> subtypes,
            Optional<Nested> other,
            List<Removal> removals,
            Origin origin,
            Origin discriminatorOrigin)
            implements Shape {

        public Choice {
            subtypes = List.copyOf(subtypes);
            removals = List.copyOf(removals);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.choice(this);
        }
    }

    /**
     * A sealed interface of records that stand in the file as the value of their only component each, told apart by their types of JSON.
     * It does not contain itself but through a record or another sealed interface.
     *
     * @param origin the interface
     */
    record OneOf(ClassRef type, List<Alternative> alternatives, Origin origin) implements Shape {

        public OneOf {
            alternatives = List.copyOf(alternatives);
        }

        /** The one for a type of JSON, if there is one. */
        public Optional<Alternative> of(JsonType json) {
            return alternatives.stream()
                    .filter(alternative -> alternative.json() == json)
                    .findFirst();
        }

        @Override
        public List<Shape> parts() {
            return alternatives.stream()
                    .map(alternative -> alternative.component().shape())
                    .toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.oneOf(this);
        }
    }

    /** What this is made of: the elements of a collection, the keys and values of a map, what an optional holds. */
    default List<Shape> parts() {
        return List.of();
    }

    /** One answer for each shape; a new shape does not compile until everybody has an answer. */
    interface Visitor<R> {
        R flag(Flag shape);

        R whole(Whole shape);

        R decimal(Decimal shape);

        R letter(Letter shape);

        R text(Text shape);

        R enumeration(Enumeration shape);

        R scalar(Scalar shape);

        R anything(Anything shape);

        R custom(Custom shape);

        R optionalOf(OptionalOf shape);

        R sequence(Sequence shape);

        R mapping(Mapping shape);

        R nested(Nested shape);

        R choice(Choice shape);

        R oneOf(OneOf shape);
    }
}
