package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.Comparator;
import java.util.List;

/** Something that has a name in the file, and may have had others. */
public sealed interface Named permits Component, EnumConstant, Subtype {

    /** Its name in Java. */
    String name();

    /** Its name in the file. */
    String jsonName();

    /** Other spellings that are accepted in the file. */
    List<String> aliases();

    /** Its older names, in the order they are written. */
    List<Rename> renames();

    /** The thing itself. */
    Origin origin();

    /** Where its name in the file comes from: an annotation, else the thing itself. */
    Origin nameOrigin();

    /** {@code @Alias}, else the thing itself. */
    Origin aliasOrigin();

    /** The first version that has it. */
    default int since() {
        return 1;
    }

    /** Its name in files of a version, which need not have had it. */
    default String jsonNameIn(int version) {
        return renames().stream()
                .filter(rename -> version < rename.since())
                .min(Comparator.comparingInt(Rename::since))
                .map(Rename::from)
                .orElse(jsonName());
    }
}
