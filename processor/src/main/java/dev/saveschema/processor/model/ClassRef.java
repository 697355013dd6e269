package dev.saveschema.processor.model;

import java.util.List;

/**
 * The name of a class.
 *
 * @param packageName empty for the unnamed package
 * @param simpleNames from the outermost class in, {@code [Game, Progress]} for {@code Game.Progress}
 */
public record ClassRef(String packageName, List<String> simpleNames) {

    public ClassRef {
        simpleNames = List.copyOf(simpleNames);
    }

    /**
     * The simple name of the class that is generated for a record: {@code Game_ProgressSchema} for {@code Game.Progress}. A record
     * called {@code Save} gets {@code Save_Schema}, since a {@code SaveSchema} beside it would hide the annotation.
     */
    public String schemaName() {
        String name = String.join("_", simpleNames) + "Schema";
        return name.equals("SaveSchema") ? "Save_Schema" : name;
    }

    /** The name of the record that is generated for a version: {@code Game_ProgressV1} for {@code Game.Progress}. */
    public ClassRef inVersion(int version) {
        return new ClassRef(packageName, List.of(String.join("_", simpleNames) + "V" + version));
    }

    /** {@code Progress} for {@code Game.Progress}. */
    public String simpleName() {
        return simpleNames.get(simpleNames.size() - 1);
    }

    /** {@code Game.Progress}: as a source in the same package would write it. */
    public String nestedName() {
        return String.join(".", simpleNames);
    }

    /** {@code dev.example.Game.Progress}. */
    public String qualifiedName() {
        return packageName.isEmpty() ? nestedName() : packageName + "." + nestedName();
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
