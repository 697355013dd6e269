package dev.saveschema.processor.read;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Spelling;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.read.mirror.MirrorText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The state of reading one schema. */
final class Reading {

    final Elements elements;
    final Types types;
    final TypeElement root;
    final Spelling spelling;
    final List<Problem> problems = new ArrayList<>();

    /** Whether generated code will name something that is deprecated. */
    boolean usesDeprecated;

    /** The records in order of first mention. A record that is being read is empty. */
    final Map<Shape.Nested, Optional<RecordModel>> records = new LinkedHashMap<>();

    /** The members of each type that was asked about: the compiler makes a new list of them for each question. */
    private final Map<TypeElement, List<? extends Element>> members = new HashMap<>();

    Reading(Elements elements, Types types, TypeElement root, Spelling spelling) {
        this.elements = elements;
        this.types = types;
        this.root = root;
        this.spelling = spelling;
    }

    /** Remembers whether the element, which generated code will name, is deprecated, or a class around it. */
    void uses(Element named) {
        for (Element element = named; element != null; element = element.getEnclosingElement()) {
            usesDeprecated |= elements.isDeprecated(element);
        }
    }

    /** The fields, methods, constructors and classes within a type. */
    List<? extends Element> members(TypeElement type) {
        return members.computeIfAbsent(type, TypeElement::getEnclosedElements);
    }

    ClassRef refTo(TypeElement type) {
        return MirrorText.classRef(elements, type);
    }

    String generatedName() {
        return refTo(root).schemaName();
    }

    /** Reports a problem, unless it was reported before: a record with type parameters is read once for each list of arguments. */
    void report(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }
}
