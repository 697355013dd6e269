package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.read.mirror.DeclaredNames;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads enums, each once. */
final class EnumReader {

    private final Reading reading;
    private final Accessibility reach;
    private final Map<ClassRef, Shape.Enumeration> known = new HashMap<>();

    EnumReader(Reading reading, Accessibility reach) {
        this.reading = reading;
        this.reach = reach;
    }

    Shape.Enumeration read(TypeElement type) {
        ClassRef ref = reading.refTo(type);
        Shape.Enumeration shape = known.get(ref);
        if (shape == null) {
            reach.require(type);
            reading.uses(type);
            shape = new Shape.Enumeration(
                    ref, constants(type), DeclaredNames.removals(reading.elements, type), SourceOrigin.of(type));
            known.put(ref, shape);
        }
        return shape;
    }

    private List<EnumConstant> constants(TypeElement type) {
        List<EnumConstant> constants = new ArrayList<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(constant(element));
            }
        }
        return constants;
    }

    private EnumConstant constant(Element element) {
        reading.uses(element);
        String name = element.getSimpleName().toString();
        DeclaredNames names = DeclaredNames.of(reading.elements, element, "Name", name);
        return new EnumConstant(
                name,
                names.main(),
                names.aliases(),
                names.renames(),
                SourceOrigin.of(element),
                names.mainOrigin(),
                names.aliasOrigin());
    }
}
