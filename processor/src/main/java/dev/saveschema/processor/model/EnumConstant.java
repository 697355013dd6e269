package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;

/**
 * A constant of an enum.
 *
 * @param name the name in Java
 * @param jsonName the name in the file
 * @param aliases other spellings that are accepted in the file
 * @param renames the older names, in the order in which they are written
 * @param origin the constant
 * @param nameOrigin {@code @Name}, else the constant
 * @param aliasOrigin {@code @Alias}, else the constant
 */
public record EnumConstant(
        String name,
        String jsonName,
        List<String> aliases,
        List<Rename> renames,
        Origin origin,
        Origin nameOrigin,
        Origin aliasOrigin)
        implements Named {

    public EnumConstant {
        aliases = List.copyOf(aliases);
        renames = List.copyOf(renames);
    }
}
