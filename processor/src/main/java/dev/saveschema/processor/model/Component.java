package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record.
 *
 * @param name in Java
 * @param jsonName in the file
 * @param aliases other spellings that are accepted in the file
 * @param fallback what stands in for a missing or unusable value
 * @param omit whether the file need not have it where its value is the default
 * @param since the first version that has it; 1 where nothing is said
 * @param renames its older names, in the order they are written
 * @param move where it stood before, if it was elsewhere
 * @param summary {@code @Summary}, if a list shows it
 * @param origin the component itself
 * @param nameOrigin where its name in the file comes from: {@code @Name}, else the component
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

    /** Whether the file may lack it, which then means the default. */
    public boolean mayBeAbsent() {
        return omit || shape instanceof Shape.OptionalOf;
    }

    /** Whether it is not written where its value is the default: {@code null} is another value of any JSON. */
    public boolean isLeftOut() {
        return omit || shape instanceof Shape.OptionalOf optional && optional.of() instanceof Shape.Anything;
    }

    /** The same as a part of another document, which has a summary of its own. */
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
