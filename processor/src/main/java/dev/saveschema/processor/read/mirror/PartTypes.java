package dev.saveschema.processor.read.mirror;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * Finds the records and sealed interfaces that a document is made of, by the types of components alone. The steps of these types
 * have to be known before the records can be read. A nested document has steps of its own, and is not among them.
 */
public final class PartTypes {

    private final Elements elements;
    private final Set<TypeElement> found = new LinkedHashSet<>();
    private final Deque<TypeElement> pending = new ArrayDeque<>();

    private PartTypes(Elements elements) {
        this.elements = elements;
    }

    /** The parts of a record, without the record itself. */
    public static List<TypeElement> of(TypeElement root, Elements elements) {
        PartTypes parts = new PartTypes(elements);
        parts.pending.add(root);
        parts.find();
        return parts.found.stream().filter(type -> !type.equals(root)).toList();
    }

    /** The records and sealed interfaces that a method takes or returns, and their parts. */
    public static Set<TypeElement> of(ExecutableElement method, Elements elements) {
        PartTypes parts = new PartTypes(elements);
        parts.add(method.getReturnType());
        method.getParameters().forEach(parameter -> parts.add(parameter.asType()));
        parts.find();
        return parts.found;
    }

    private void find() {
        while (!pending.isEmpty()) {
            TypeElement type = pending.removeFirst();
            type.getPermittedSubclasses().forEach(this::add);
            type.getRecordComponents().forEach((RecordComponentElement component) -> add(component.asType()));
        }
    }

    private void add(TypeMirror type) {
        if (type instanceof ArrayType array) {
            add(array.getComponentType());
        } else if (type instanceof DeclaredType declared && type.getKind() == TypeKind.DECLARED) {
            declared.getTypeArguments().forEach(this::add);
            TypeElement element = (TypeElement) declared.asElement();
            boolean isPart = element.getKind() == ElementKind.RECORD
                    || element.getKind() == ElementKind.INTERFACE
                            && element.getModifiers().contains(Modifier.SEALED);
            if (isPart && Mirror.find(elements, element, "SaveSchema").isEmpty() && found.add(element)) {
                pending.add(element);
            }
        }
    }
}
