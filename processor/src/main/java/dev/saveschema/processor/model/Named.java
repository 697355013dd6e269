package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.Comparator;
import java.util.List;

/** A component, a constant or a record of a sealed interface: it has a name in the file, and may have had other names. */
public sealed interface Named permits Component, EnumConstant, Subtype {

    /** The name in Java. */
    String name();

    /** The name in the file. */
    String jsonName();

    /** Other spellings that are accepted in the file. */
    List<String> aliases();

    /** The older names, in the order in which they are written. */
    List<Rename> renames();

    /** The place of the component, constant or record itself. */
    Origin origin();

    /** The annotation that gives the name in the file, else the place of the component, constant or record. */
    Origin nameOrigin();

    /** {@code @Alias}, else the place of the component, constant or record. */
    Origin aliasOrigin();

    /** The first version that has the component; 1 for constants and records. */
    default int since() {
        return 1;
    }

    /**
     * The name in files of a version. The name is given also for a version that does not have the component, constant or record.
     */
    default String jsonNameIn(int version) {
        return renames().stream()
                .filter(rename -> version < rename.since())
                .min(Comparator.comparingInt(Rename::since))
                .map(Rename::from)
                .orElse(jsonName());
    }
}
