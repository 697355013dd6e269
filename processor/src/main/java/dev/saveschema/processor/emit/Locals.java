package dev.saveschema.processor.emit;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.UnknownMembers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The names of a method's variables: one for each component of a record, with the component's name, and the method's own. */
final class Locals {

    private final Identifiers names = new Identifiers();
    private final Set<String> packages;

    /**
     * @param packages the first names of packages that a variable must not hide; see {@link #packages}
     * @param own the method's own variables
     */
    Locals(RecordModel record, Set<String> packages, String... own) {
        this.packages = packages;
        record.components().forEach(this::name);
        record.unknown().ifPresent(this::name);
        for (String name : own) {
            name(name);
        }
    }

    /** The first names of the packages that code for the schema may spell out: {@code net} for an enum {@code net.example.Kind}. */
    static Set<String> packages(SchemaModel schema) {
        Set<String> packages = new HashSet<>(Set.of("java", "dev"));
        schema.records().forEach(record -> packages.add(beginning(record.type())));
        schema.enumerations().forEach(constants -> packages.add(beginning(constants.type())));
        return packages;
    }

    private static String beginning(ClassRef type) {
        int dot = type.packageName().indexOf('.');
        return dot < 0 ? type.packageName() : type.packageName().substring(0, dot);
    }

    String name(String own) {
        return names.of("own " + own, () -> packages.contains(own) ? own + "_" : own);
    }

    String name(Component component) {
        return ofComponent(component.name());
    }

    String name(UnknownMembers unknown) {
        return ofComponent(unknown.name());
    }

    private String ofComponent(String name) {
        return names.of("component " + name, () -> hides(name) ? "value" + Identifiers.capitalized(name) : name);
    }

    /** Whether a variable of that name could hide a class, a constant or a package with the same name. */
    private boolean hides(String name) {
        return Character.isUpperCase(name.charAt(0))
                || name.equals(name.toUpperCase(Locale.ROOT))
                || packages.contains(name);
    }
}
