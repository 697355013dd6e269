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

        /** The Java type, which bounds the number. */
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

        /** The Java type, which bounds the digits. */
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
     * @param dimensions the dimensions of an array of that type; 0 if it is no array
     * @param forms the shapes that the codec writes, each of another JSON type; empty if the codec declares none
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

        /** The Java type that holds the elements. */
        public enum Kind {
            LIST,
            SET,
            /** A set in the natural order of its elements. */
            SORTED_SET,
            DEQUE,
            /** An array; of a primitive if the element is not boxed. */
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
     * A record, to be looked up in {@link SchemaModel#record}.
     *
     * @param arguments the type arguments; each list of arguments makes a record of its own
     */
    record Nested(ClassRef type, List<Shape> arguments) implements Shape {

        public Nested {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString() {
            // The emitters look up names by it, for each member; the toString that Java makes for a record is slow.
            return arguments.isEmpty() ? type.toString() : type.toString() + arguments;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.nested(this);
        }
    }

    /**
     * A sealed interface: an object that is one of several records. One of its members, the discriminator, says which.
     *
     * @param discriminator the name of that member
     * @param other the record that takes and keeps every object with an unknown discriminator
     * @param removals the names of records that the interface no longer permits
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
     * A sealed interface for several JSON types. Each of its records stands in the file as the value of its only component, and the
     * JSON type says which record a value is. It contains itself only through a record or another sealed interface.
     *
     * @param origin the interface
     */
    record OneOf(ClassRef type, List<Alternative> alternatives, Origin origin) implements Shape {

        public OneOf {
            alternatives = List.copyOf(alternatives);
        }

        /** The record for a JSON type, if there is one. */
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

    /** The parts of the shape: the elements of a collection, the keys and values of a map, the value of an optional. */
    default List<Shape> parts() {
        return List.of();
    }

    /** Answers a question about each kind of shape. A new kind does not compile until every question has an answer for it. */
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
