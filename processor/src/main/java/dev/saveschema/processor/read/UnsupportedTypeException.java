package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.type.TypeMirror;

/** Says that SaveSchema does not know a type, or a part of a type. */
final class UnsupportedTypeException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient TypeMirror part;
    private final String reason;
    private final transient List<Replacement> replacements;
    private final transient Optional<String> advice;

    UnsupportedTypeException(TypeMirror part, String reason, Replacement... replacements) {
        this(part, reason, Optional.empty(), replacements);
    }

    UnsupportedTypeException(TypeMirror part, String reason, Optional<String> advice, Replacement... replacements) {
        super(null, null, false, false);
        this.part = part;
        this.reason = reason;
        this.replacements = List.of(replacements);
        this.advice = advice;
    }

    /**
     * A type that the developer could use instead.
     *
     * @param sample a default for a component of that type; empty if it needs none
     */
    record Replacement(String type, Optional<String> sample) {

        static Replacement with(String type, String sample) {
            return new Replacement(type, Optional.of(sample));
        }

        static Replacement of(String type) {
            return new Replacement(type, Optional.empty());
        }
    }

    /**
     * A component whose type is read.
     *
     * @param hasDefault whether the component has a {@code @Default}, so that a fix need not show one
     * @param shapes the reader of the type
     */
    record Site(SourceOrigin origin, String name, TypeMirror type, boolean hasDefault, ShapeReader shapes) {}

    /** The problem, where the type is that of a component. */
    Problem of(Site component) {
        List<String> instead = Stream.concat(
                        replacements.stream().map(replacement -> declaration(component, replacement)), advice.stream())
                .toList();
        return TypeProblems.unsupportedType(
                component.origin(),
                component.name(),
                MirrorText.of(component.type()),
                MirrorText.of(part),
                reason,
                instead);
    }

    /** The reason, as the end of a sentence. */
    String reason() {
        return MirrorText.of(part) + " cannot be saved: " + reason;
    }

    /** The replacement for a whole type whose part cannot be saved. */
    String instead(TypeMirror type, ShapeReader shapes) {
        return shapes.textWith(type, part, instead());
    }

    /** The replacement for the part alone. */
    String instead() {
        return replacements.isEmpty() ? "String" : replacements.get(0).type();
    }

    private String declaration(Site component, Replacement replacement) {
        boolean whole = part == component.type();
        String annotation = whole && !component.hasDefault()
                ? replacement
                        .sample()
                        .map(sample -> Code.defaultOf(sample) + " ")
                        .orElse("")
                : "";
        return annotation
                + component.shapes().textWith(component.type(), part, replacement.type())
                + " "
                + component.name();
    }
}
