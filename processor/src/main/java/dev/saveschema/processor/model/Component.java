package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record.
 *
 * @param name the name in Java
 * @param jsonName the name in the file
 * @param aliases other spellings that are accepted in the file
 * @param fallback the default, for a missing or unusable value
 * @param omit whether the file may leave the component out where its value is the default
 * @param since the first version that has the component; 1 without {@code @Since}
 * @param renames the older names, in the order in which they are written
 * @param move the former place, if the component stood elsewhere before
 * @param summary {@code @Summary}, if a list of slots shows the component
 * @param origin the component itself
 * @param nameOrigin {@code @Name}, else the component
 * @param aliasOrigin {@code @Alias}, else the component
 * @param sinceOrigin {@code @Since}, else the component
 */
public record Component(
        String name,
        String jsonName,
        List<String> aliases,
        Shape shape,
        Fallback fallback,
        Limits limits,
        boolean omit,
        int since,
        List<Rename> renames,
        Optional<Move> move,
        Optional<Origin> summary,
        Origin origin,
        Origin nameOrigin,
        Origin aliasOrigin,
        Origin sinceOrigin)
        implements Named {

    public Component {
        aliases = List.copyOf(aliases);
        renames = List.copyOf(renames);
    }

    /** Whether the file may lack the component. A file that lacks it stands for the default. */
    public boolean mayBeAbsent() {
        return omit || shape instanceof Shape.OptionalOf;
    }

    /**
     * Whether the component is not written where its value is the default. An empty {@code Optional<JsonNode>} is left out, too,
     * since a written {@code null} is a {@code JsonNode}.
     */
    public boolean isLeftOut() {
        return omit || shape instanceof Shape.OptionalOf optional && optional.of() instanceof Shape.Anything;
    }

    /** The same component without {@code @Summary}: the annotation counts only where the record is the document's root. */
    public Component withoutSummary() {
        return new Component(
                name,
                jsonName,
                aliases,
                shape,
                fallback,
                limits,
                omit,
                since,
                renames,
                move,
                Optional.empty(),
                origin,
                nameOrigin,
                aliasOrigin,
                sinceOrigin);
    }
}
