package dev.saveschema.processor.emit;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.UnknownMembers;
import java.util.Locale;
import java.util.Set;

/** The names of a method's variables: one for each of a record's components, called as that is, and the method's own. */
final class Locals {

    // where packages begin that generated code may spell out
    private static final Set<String> PACKAGES = Set.of("java", "dev");

    private final Identifiers names = new Identifiers();
    private final String ownPackage;

    Locals(RecordModel record, String... own) {
        this.ownPackage = record.type().packageName().replaceFirst("\\..*", "");
        record.components().forEach(this::name);
        record.unknown().ifPresent(this::name);
        for (String name : own) {
            name(name);
        }
    }

    String name(String own) {
        return names.of("own " + own, () -> own);
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

    /** Whether a variable of that name would stand before a class, a constant or a package that is spelled the same. */
    private boolean hides(String name) {
        return Character.isUpperCase(name.charAt(0))
                || name.equals(name.toUpperCase(Locale.ROOT))
                || name.equals(ownPackage)
                || PACKAGES.contains(name);
    }
}
