package dev.saveschema.processor.model;

import java.util.List;

/**
 * A constant of an enum.
 *
 * @param name in Java
 * @param jsonName in the file
 * @param aliases other spellings that are accepted in the file
 */
public record EnumConstant(String name, String jsonName, List<String> aliases) {

    public EnumConstant {
        aliases = List.copyOf(aliases);
    }
}
