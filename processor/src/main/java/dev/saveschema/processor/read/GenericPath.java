package dev.saveschema.processor.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * The records that are being read, from the outermost inwards. It finds a record that contains itself with ever larger type
 * arguments, as {@code Node<T>} with a {@code List<Node<List<T>>>}: the reading of such a record would never end.
 */
final class GenericPath {

    private static final int MOST_STEPS = 3;

    private final Deque<DeclaredType> types = new ArrayDeque<>();

    void enter(DeclaredType type) {
        types.push(type);
    }

    void leave() {
        types.pop();
    }

    /**
     * Refuses a record that is within several records of the same class, whose type arguments grow from each to the next one within
     * it.
     */
    void refuseEndless(DeclaredType type) throws UnsupportedTypeException {
        int size = size(type);
        int steps = 0;
        for (DeclaredType around : types) {
            if (around.asElement().equals(type.asElement()) && size(around) < size) {
                size = size(around);
                steps++;
            }
        }
        if (steps >= MOST_STEPS) {
            String name = type.asElement().getSimpleName().toString();
            throw new UnsupportedTypeException(
                    type,
                    name + " contains itself with ever larger type arguments",
                    Optional.of("write it with the type parameters that " + name + " has itself"));
        }
    }

    private static int size(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? 1
                        + declared.getTypeArguments().stream()
                                .mapToInt(GenericPath::size)
                                .sum()
                : 1;
    }
}
