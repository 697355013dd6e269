package dev.saveschema.processor.emit;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;

/** The names of a method's own variables, beside variables that are called as a record's components. */
final class Locals {

    private final Identifiers names = new Identifiers();

    Locals(RecordModel record, String... own) {
        record.components().stream().map(Component::name).forEach(names::fresh);
        for (String name : own) {
            names.of(name, () -> name);
        }
    }

    String name(String own) {
        return names.of(own, () -> own);
    }
}
