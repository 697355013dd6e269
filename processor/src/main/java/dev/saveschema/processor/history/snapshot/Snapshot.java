package dev.saveschema.processor.history.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * The shape of the files of one version of a schema.
 *
 * @param versionMember the member that holds the version; empty if only an envelope of the program's own can tell the version
 * @param definitions the root first, then the definitions that it mentions, in order of first mention
 */
public record Snapshot(String id, int version, String versionMember, List<Definition> definitions) {

    /** The member that holds the version where the format has none of its own. */
    public static final String OWN_VERSION = "$version";

    public Snapshot {
        definitions = List.copyOf(definitions);
    }

    /** A snapshot of a format without a version member of its own. */
    public Snapshot(String id, int version, List<Definition> definitions) {
        this(id, version, OWN_VERSION, definitions);
    }

    /** Whether files have SaveSchema's own version and a seal. */
    public boolean isSealed() {
        return versionMember.equals(OWN_VERSION);
    }

    /** The definition of the document's root. */
    public Definition.Part root() {
        return (Definition.Part) definitions.get(0);
    }

    /** The definition of that name, if there is one. */
    public Optional<Definition> find(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    /** The names within a definition: of members, of constants, or the tags of objects. */
    public List<String> namesIn(Definition definition) {
        if (definition instanceof Definition.Part part) {
            return part.members().stream().map(Definition.Member::name).toList();
        }
        return definition instanceof Definition.Choice choice
                ? choice.parts().stream().map(this::tag).toList()
                : ((Definition.Constants) definition).values();
    }

    /** The member that says which object of a choice a value is. */
    public String discriminator(Definition.Choice choice) {
        return ((Definition.Part) definition(choice.parts().get(0)))
                .tag()
                .orElseThrow()
                .member();
    }

    /** The value of the discriminator by which an object is told from the others of its choice: {@code circle}. */
    public String tag(String part) {
        return ((Definition.Part) definition(part)).tag().orElseThrow().value();
    }

    /** The definition of that name. */
    public Definition definition(String name) {
        return find(name).orElseThrow(() -> new AssertionError(name));
    }
}
