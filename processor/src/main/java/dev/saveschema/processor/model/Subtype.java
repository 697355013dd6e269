package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;

/**
 * A record that a sealed interface permits.
 *
 * @param jsonName the value of the discriminator: {@code circle}
 * @param aliases other spellings that are accepted in the file
 * @param renames the older names, in the order in which they are written
 * @param origin the record
 * @param nameOrigin {@code @Subtype}
 * @param aliasOrigin {@code @Alias}, else the record
 */
public record Subtype(
        Shape.Nested record,
        String jsonName,
        List<String> aliases,
        List<Rename> renames,
        Origin origin,
        Origin nameOrigin,
        Origin aliasOrigin)
        implements Named {

    public Subtype {
        aliases = List.copyOf(aliases);
        renames = List.copyOf(renames);
    }

    @Override
    public String name() {
        return record.type().simpleName();
    }
}
