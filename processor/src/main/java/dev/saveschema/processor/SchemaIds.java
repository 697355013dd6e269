package dev.saveschema.processor;

import dev.saveschema.processor.read.SchemaReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** The ids of all schemas that were seen, each with its type. */
final class SchemaIds {

    private final Map<String, String> typeOfId = new LinkedHashMap<>();

    /** The type that came first keeps the id. */
    void remember(String id, TypeElement type) {
        typeOfId.putIfAbsent(id, nameOf(type));
    }

    /** The type that had the id before this one, if any did. */
    Optional<String> earlierOwner(String id, TypeElement type) {
        return Optional.ofNullable(typeOfId.get(id)).filter(owner -> !owner.equals(nameOf(type)));
    }

    /**
     * Whether a schema has the id. A record that is not compiled in this build keeps its id, too: it is looked for in the package
     * {@code nearby}, where a copy of the record would most likely be.
     */
    boolean isInUse(String id, PackageElement nearby, SchemaReader reader) {
        return typeOfId.containsKey(id)
                || ElementFilter.typesIn(nearby.getEnclosedElements()).stream()
                        .anyMatch(neighbour -> reader.idIfSchema(neighbour).equals(Optional.of(id)));
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }
}
