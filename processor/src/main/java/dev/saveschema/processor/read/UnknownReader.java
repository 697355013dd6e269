package dev.saveschema.processor.read;

import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.UnknownMembers;
import dev.saveschema.processor.problem.UnknownProblems;
import dev.saveschema.processor.read.mirror.Mirror;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Reads the component of a record that keeps unknown members. */
final class UnknownReader {

    private static final Shape TYPE = new Shape.Mapping(new Shape.Text(), new Shape.Anything());

    private static final List<String> MEANINGLESS = List.of(
            "Default",
            "Range",
            "DecimalRange",
            "Size",
            "Pattern",
            "Each",
            "EachKey",
            "Name",
            "Alias",
            "Since",
            "RenamedFrom",
            "MovedFrom",
            "Omit",
            "UseCodec",
            "Summary");

    private final Reading reading;
    private final ShapeReader shapes;

    UnknownReader(Reading reading, ShapeReader shapes) {
        this.reading = reading;
        this.shapes = shapes;
    }

    /** Whether a component is annotated with {@code @Unknown}. */
    boolean isUnknown(TypeElement type, RecordComponentElement component) {
        return find(ComponentReader.place(reading, type, component)).isPresent();
    }

    /** @param first the component for unknown members that was found before in the same record */
    UnknownMembers read(
            TypeElement type, RecordComponentElement component, int position, Optional<UnknownMembers> first) {
        Element place = ComponentReader.place(reading, type, component);
        String name = component.getSimpleName().toString();
        SourceOrigin origin = find(place).map(Mirror::origin).orElse(SourceOrigin.of(place));
        if (!hasType(component)) {
            reading.report(UnknownProblems.wrongType(SourceOrigin.of(place), name, MirrorText.of(component.asType())));
        }
        first.ifPresent(other -> reading.report(
                UnknownProblems.second(origin, type.getSimpleName().toString(), other.name(), name)));
        for (String annotation : MEANINGLESS) {
            Mirror.all(reading.elements, place, annotation)
                    .forEach(mirror -> reading.report(UnknownProblems.doesNotApply(mirror.origin(), name, annotation)));
        }
        return new UnknownMembers(name, position, origin);
    }

    private Optional<Mirror> find(Element place) {
        return Mirror.find(reading.elements, place, "Unknown");
    }

    private boolean hasType(RecordComponentElement component) {
        try {
            return shapes.read(component.asType()).equals(TYPE);
        } catch (UnsupportedTypeException e) {
            // a type that cannot be saved is not the one that the component must have
            return false;
        }
    }
}
