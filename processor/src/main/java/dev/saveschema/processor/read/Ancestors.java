package dev.saveschema.processor.read;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The superclass and the interfaces of a class that the developer names. */
final class Ancestors {

    private Ancestors() {}

    /**
     * Sees to it that each exists: it may lack an import, or be on its way, if another processor generates it.
     *
     * @throws UnresolvedException if one does not
     */
    static void requireResolved(TypeElement type) {
        require(type.getSuperclass());
        type.getInterfaces().forEach(Ancestors::require);
    }

    private static void require(TypeMirror ancestor) {
        if (ancestor.getKind() == TypeKind.ERROR) {
            throw new UnresolvedException(ancestor.toString());
        }
        if (ancestor instanceof DeclaredType declared) {
            requireResolved((TypeElement) declared.asElement());
        }
    }
}
