package dev.saveschema.proof;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A value as what it is made of, equal if its parts are: records and maps are maps by the names that they have in a file, arrays
 * and lists are lists. There is no null in it.
 */
final class Plain {

    private static final String EMPTY = "nothing";

    private Plain() {}

    static Object of(Object value) {
        if (value == null) {
            throw new AssertionError("a value is null");
        }
        if (value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int at = 0; at < Array.getLength(value); at++) {
                elements.add(of(Array.get(value, at)));
            }
            return elements;
        }
        if (value instanceof Collection<?> collection) {
            Collection<Object> elements = value instanceof Set ? new LinkedHashSet<>() : new ArrayList<>();
            collection.forEach(element -> elements.add(of(element)));
            return elements;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(key.toString(), of(each)));
            return entries;
        }
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? of(optional.get()) : EMPTY;
        }
        if (value instanceof Everything.Source) {
            // it stands in the file as the value of its only component
            return components(value).values().iterator().next();
        }
        return value instanceof Record ? components(value) : value;
    }

    /** The components of a record, by their names. */
    static Map<String, Object> components(Object record) {
        Map<String, Object> components = new LinkedHashMap<>();
        try {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                components.put(component.getName(), of(component.getAccessor().invoke(record)));
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return components;
    }
}
