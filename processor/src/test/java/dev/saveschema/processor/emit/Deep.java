package dev.saveschema.processor.emit;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Values that are equal if the ones they are made of are, element by element: arrays and records with arrays in them too. */
final class Deep {

    private Deep() {}

    static Object of(Object value) {
        if (value != null && value.getClass().isArray()) {
            List<Object> elements = new ArrayList<>();
            for (int at = 0; at < Array.getLength(value); at++) {
                elements.add(of(Array.get(value, at)));
            }
            return elements;
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(Deep::of).collect(Collectors.toSet());
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Deep::of).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> entries = new LinkedHashMap<>();
            map.forEach((key, each) -> entries.put(key, of(each)));
            return entries;
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Deep::of);
        }
        return value instanceof Record record ? ofRecord(record) : value;
    }

    private static Object ofRecord(Record record) {
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
