package dev.saveschema.processor.read.mirror;

import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Looks at the superclass and the interfaces of a class that the developer names. */
public final class Ancestors {

    private Ancestors() {}

    /**
     * Makes sure that every ancestor exists. One that does not may lack an import, or another processor may be about to generate
     * it.
     *
     * @throws UnresolvedException if an ancestor does not exist
     */
    public static void requireResolved(TypeElement type) {
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
