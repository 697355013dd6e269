package dev.saveschema.processor;

import dev.saveschema.processor.read.SchemaReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Which type has an id, of all schemas that were seen. */
final class SchemaIds {

    private final Map<String, String> typeOfId = new LinkedHashMap<>();

    /** The type that came first keeps the id. */
    void remember(String id, TypeElement type) {
        typeOfId.putIfAbsent(id, nameOf(type));
    }

    /** The other type that has the id, if that came first. */
    Optional<String> earlierOwner(String id, TypeElement type) {
        return Optional.ofNullable(typeOfId.get(id)).filter(owner -> !owner.equals(nameOf(type)));
    }

    /** A record that is not being compiled again keeps its id; it is looked for where a copy of it would most likely be. */
    boolean isInUse(String id, PackageElement nearby, SchemaReader reader) {
        return typeOfId.containsKey(id)
                || ElementFilter.typesIn(nearby.getEnclosedElements()).stream()
                        .anyMatch(neighbour -> reader.idIfSchema(neighbour).equals(Optional.of(id)));
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }
}
