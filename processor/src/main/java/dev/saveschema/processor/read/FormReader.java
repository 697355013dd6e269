package dev.saveschema.processor.read;

import dev.saveschema.processor.model.JsonType;
import dev.saveschema.processor.model.JsonTypes;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.CodecProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the form that a codec writes, if {@code @UseCodec} declares it. */
final class FormReader {

    private final Reading reading;
    private final ShapeReader shapes;

    FormReader(Reading reading, ShapeReader shapes) {
        this.reading = reading;
        this.shapes = shapes;
    }

    /** The forms; no forms if none is declared. Empty if a form cannot be used, which is reported. */
    Optional<List<Shape>> read(Mirror useCodec, String codec) {
        List<Shape> forms = new ArrayList<>();
        Set<JsonType> types = EnumSet.noneOf(JsonType.class);
        for (TypeMirror type : useCodec.types("form")) {
            Optional<Shape> form = form(type);
            Optional<JsonType> json = form.flatMap(JsonTypes::of);
            if (json.isEmpty()) {
                reading.report(CodecProblems.unusableForm(useCodec.origin("form"), codec, MirrorText.of(type)));
                return Optional.empty();
            }
            if (!types.add(json.get())) {
                reading.report(CodecProblems.sameForm(
                        useCodec.origin("form"),
                        codec,
                        MirrorText.of(type),
                        json.get().noun()));
                return Optional.empty();
            }
            forms.add(form.get());
        }
        return Optional.of(forms);
    }

    private Optional<Shape> form(TypeMirror type) {
        if (type instanceof DeclaredType declared
                && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals("java.util.Map")) {
            return Optional.of(new Shape.Mapping(new Shape.Text(), new Shape.Anything()));
        }
        try {
            return shapes.isSingleOrArray(type) ? Optional.of(shapes.read(type, Optional.empty())) : Optional.empty();
        } catch (UnsupportedTypeException e) {
            return Optional.empty();
        }
    }
}
