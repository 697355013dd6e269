package dev.saveschema.processor.history.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * What the files of one version of a schema look like.
 *
 * @param versionMember the member that holds the version; empty if only a class of the program's knows how it is told
 * @param definitions the document's own first, then those that it mentions, in order of first mention
 */
public record Snapshot(String id, int version, String versionMember, List<Definition> definitions) {

    /** The member that holds the version where the format has none of its own. */
    public static final String OWN_VERSION = "$version";

    public Snapshot {
        definitions = List.copyOf(definitions);
    }

    /** Of a format that has no version of its own. */
    public Snapshot(String id, int version, List<Definition> definitions) {
        this(id, version, OWN_VERSION, definitions);
    }

    /** Whether files have SaveSchema's own version and a seal. */
    public boolean isSealed() {
        return versionMember.equals(OWN_VERSION);
    }

    /** The document. */
    public Definition.Part root() {
        return (Definition.Part) definitions.get(0);
    }

    /** The definition of that name, if there is one. */
    public Optional<Definition> find(String name) {
        return definitions.stream()
                .filter(definition -> definition.name().equals(name))
                .findFirst();
    }

    /** What a definition names, each once: members, constants or tags. */
    public List<String> namesIn(Definition definition) {
        if (definition instanceof Definition.Part part) {
            return part.members().stream().map(Definition.Member::name).toList();
        }
        return definition instanceof Definition.Choice choice
                ? choice.parts().stream().map(this::tag).toList()
                : ((Definition.Constants) definition).values();
    }

    /** The member that says which of a choice's parts an object is. */
    public String discriminator(Definition.Choice choice) {
        return ((Definition.Part) definition(choice.parts().get(0)))
                .tag()
                .orElseThrow()
                .member();
    }

    /** By what a part is told from the others of a choice. */
    public String tag(String part) {
        return ((Definition.Part) definition(part)).tag().orElseThrow().value();
    }

    /** The definition of that name. */
    public Definition definition(String name) {
        return find(name).orElseThrow(() -> new AssertionError(name));
    }
}
