package dev.saveschema.processor.model;

import dev.saveschema.processor.problem.Origin;
import java.util.List;

/**
 * One of the records that a sealed interface permits.
 *
 * @param jsonName what the file calls it
 * @param aliases other names that are accepted in the file
 * @param renames its older names, in the order they are written
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
