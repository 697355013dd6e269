package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.NameProblems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads enums, and sees to it that each name in the file means one constant. */
final class EnumReader {

    private final Reading reading;
    private final Reach reach;
    private final Map<ClassRef, Shape.Enumeration> known = new HashMap<>();

    EnumReader(Reading reading, Reach reach) {
        this.reading = reading;
        this.reach = reach;
    }

    Shape.Enumeration read(TypeElement type) {
        ClassRef ref = reading.refTo(type);
        Shape.Enumeration shape = known.get(ref);
        if (shape == null) {
            reach.require(type);
            shape = new Shape.Enumeration(ref, constants(type));
            known.put(ref, shape);
        }
        return shape;
    }

    private List<EnumConstant> constants(TypeElement type) {
        List<EnumConstant> constants = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        for (Element element : type.getEnclosedElements()) {
            if (element.getKind() == ElementKind.ENUM_CONSTANT) {
                EnumConstant constant = constant(element);
                refuseDuplicates(type, element, constant, owners);
                constants.add(constant);
            }
        }
        return constants;
    }

    private EnumConstant constant(Element element) {
        String name = element.getSimpleName().toString();
        return new EnumConstant(
                name,
                Mirror.find(reading.elements, element, "Name")
                        .map(mirror -> mirror.text("value"))
                        .orElse(name),
                Mirror.find(reading.elements, element, "Alias")
                        .map(mirror -> mirror.texts("value"))
                        .orElse(List.of()));
    }

    private void refuseDuplicates(
            TypeElement type, Element element, EnumConstant constant, Map<String, String> owners) {
        claim(type, element, "Name", constant.name(), constant.jsonName(), owners);
        for (String alias : constant.aliases()) {
            claim(type, element, "Alias", constant.name(), alias, owners);
        }
    }

    private void claim(
            TypeElement type, Element element, String by, String constant, String name, Map<String, String> owners) {
        String owner = owners.putIfAbsent(name, constant);
        if (owner == null) {
            return;
        }
        SourceOrigin origin =
                Mirror.find(reading.elements, element, by).map(Mirror::origin).orElse(SourceOrigin.of(element));
        reading.report(
                owner.equals(constant)
                        ? NameProblems.redundantAlias(origin, constant, name)
                        : NameProblems.duplicateConstant(
                                origin, type.getSimpleName().toString(), owner, constant, name, instead(by, constant)));
    }

    private static List<String> instead(String by, String constant) {
        return by.equals("Name") ? List.of("@Name(" + Code.quoted(constant) + ") " + constant) : List.of(constant);
    }
}
