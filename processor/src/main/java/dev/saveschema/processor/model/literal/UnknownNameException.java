package dev.saveschema.processor.model.literal;

import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import java.util.List;

/** A text that names no constant of an enum, or no record of a sealed interface. */
public final class UnknownNameException extends LiteralException {

    private static final long serialVersionUID = 1;

    private final String found;
    private final transient ClassRef type;
    private final transient List<String> names;
    private final boolean isConstant;

    private UnknownNameException(String found, String noun, ClassRef type, List<String> names, boolean isConstant) {
        super("\"%s\" is not a %s of %s".formatted(found, noun, type.simpleName()));
        this.found = found;
        this.type = type;
        this.names = names;
        this.isConstant = isConstant;
    }

    static UnknownNameException constant(String found, Shape.Enumeration type) {
        List<String> names = type.constants().stream().map(EnumConstant::name).toList();
        return new UnknownNameException(found, "constant", type.type(), names, true);
    }

    static UnknownNameException subtype(String found, Shape.Choice type) {
        List<String> names = type.subtypes().stream().map(Subtype::jsonName).toList();
        return new UnknownNameException(found, "subtype", type.type(), names, false);
    }

    /** The text. */
    public String found() {
        return found;
    }

    /** The simple name of the enum or the sealed interface. */
    public String type() {
        return type.simpleName();
    }

    /** The names of the constants or records that exist. */
    public List<String> names() {
        return names;
    }

    /** Whether the text should name a constant of an enum; else it should name a record. */
    public boolean isConstant() {
        return isConstant;
    }
}
