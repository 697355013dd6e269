package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.mirror.MirrorText;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Decides what the generated class can see. That class stands in the package of the annotated record. */
final class Accessibility {

    private final Reading reading;
    private final Set<Element> reported = new HashSet<>();

    Accessibility(Reading reading) {
        this.reading = reading;
    }

    /** Reports the type, and each type around it, if the generated class cannot see it. Each is reported once. */
    void require(TypeElement type) {
        for (Element element = type; element instanceof TypeElement around; element = element.getEnclosingElement()) {
            if (!sees(around) && reported.add(around)) {
                reading.report(unreachable(around));
            }
        }
    }

    /** Whether the generated class can see a type or member, given that it can see the types around that. */
    boolean sees(Element element) {
        Set<Modifier> modifiers = element.getModifiers();
        return isNear(element) ? !modifiers.contains(Modifier.PRIVATE) : modifiers.contains(Modifier.PUBLIC);
    }

    /** Whether the generated class can see a type and all the types around it. */
    boolean seesAll(TypeElement type) {
        boolean seen = true;
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            seen &= sees(element);
        }
        return seen;
    }

    /** Whether a type can be seen from everywhere. */
    static boolean isPublic(TypeElement type) {
        boolean isPublic = true;
        for (Element element = type; element instanceof TypeElement; element = element.getEnclosingElement()) {
            isPublic &= element.getModifiers().contains(Modifier.PUBLIC);
        }
        return isPublic;
    }

    /** {@code public } if the element is in another package than the generated class, else empty. */
    String modifierFor(Element element) {
        return isNear(element) ? "" : "public ";
    }

    private boolean isNear(Element element) {
        return reading.elements.getPackageOf(element).equals(reading.elements.getPackageOf(reading.root));
    }

    private Problem unreachable(TypeElement type) {
        String name = type.getSimpleName().toString();
        String reason = type.getModifiers().contains(Modifier.PRIVATE)
                ? name + " is private"
                : name + " is not public, and in another package";
        return TypeProblems.unreachableType(
                SourceOrigin.of(type),
                reason,
                reading.generatedName(),
                modifierFor(type) + MirrorText.keyword(type) + " " + name);
    }
}
