package dev.saveschema.processor.check;

import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Envelope;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.model.literal.Surrogates;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.EnvelopeProblems;
import dev.saveschema.processor.problem.NameProblems;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A name in the file is not empty, can be written to a file, and is none of SaveSchema's own; an alias differs from the name. */
final class NameCheck implements Check {

    /** The members of a document's root that are SaveSchema's own. */
    private static final Set<String> OURS = Set.of("$version", "$save");

    @Override
    public List<Problem> check(SchemaModel schema) {
        List<Problem> problems = new ArrayList<>();
        for (NameScope group : NameScope.in(schema)) {
            group.members().forEach(member -> problems.addAll(of(group, member)));
        }
        for (Removal removal : Check.removals(schema)) {
            problems.addAll(ofMember(removal.origin(), "@Removed", removal.name(), "remove @Removed"));
        }
        for (Shape.Choice choice : schema.choices()) {
            problems.addAll(ofMember(
                    choice.discriminatorOrigin(),
                    "@Discriminator",
                    choice.discriminator(),
                    "@Discriminator(" + Code.quoted(usable(choice.discriminator())) + ")"));
        }
        for (Component component : schema.root().components()) {
            problems.addAll(atRoot(component, schema.envelope()));
        }
        if (schema.envelope() instanceof Envelope.Member version) {
            problems.addAll(ofMember(version.origin(), "versionMember", version.name(), "remove versionMember"));
            problems.addAll(reserved(version.origin(), "versionMember", version.name(), "remove versionMember"));
        }
        return problems;
    }

    /**
     * Problems with a component of the root whose name, alias or old name is {@code $version}, {@code $save} or the format's own
     * version member.
     */
    private static List<Problem> atRoot(Component component, Envelope envelope) {
        List<Problem> problems = new ArrayList<>(reserved(
                component.nameOrigin(),
                component.name(),
                component.jsonName(),
                "@Name(" + Code.quoted(usable(component.jsonName())) + ")"));
        for (String alias : component.aliases()) {
            problems.addAll(reserved(component.aliasOrigin(), component.name(), alias, "remove " + Code.quoted(alias)));
        }
        for (Rename rename : component.renames()) {
            problems.addAll(reserved(rename.origin(), component.name(), rename.from(), "remove @RenamedFrom"));
        }
        boolean isVersion = envelope instanceof Envelope.Member version
                && (component.jsonName().equals(version.name())
                        || component.aliases().contains(version.name()));
        if (isVersion) {
            problems.add(EnvelopeProblems.versionInUse(
                    component.nameOrigin(), component.name(), ((Envelope.Member) envelope).name()));
        }
        return problems;
    }

    private static List<Problem> reserved(Origin at, String owner, String name, String instead) {
        return OURS.contains(name) ? List.of(NameProblems.reserved(at, owner, name, instead)) : List.of();
    }

    private static List<Problem> of(NameScope group, Named named) {
        List<Problem> problems = new ArrayList<>(
                ofName(named, named.nameOrigin(), named.jsonName(), group.naming(named, usable(group.ownName(named)))));
        Set<String> names = new HashSet<>(Set.of(named.jsonName()));
        for (String alias : named.aliases()) {
            problems.addAll(ofName(named, named.aliasOrigin(), alias, "remove " + Code.quoted(alias)));
            if (!names.add(alias)) {
                problems.add(NameProblems.redundantAlias(named.aliasOrigin(), named.name(), alias));
            }
        }
        for (Rename rename : named.renames()) {
            problems.addAll(ofName(named, rename.origin(), rename.from(), "remove @RenamedFrom"));
        }
        return problems;
    }

    private static List<Problem> ofName(Named owner, Origin at, String name, String instead) {
        if (owner instanceof Component || Surrogates.hasHalf(name)) {
            return ofMember(at, owner.name(), name, instead);
        }
        // an enum may have a constant for "nothing", which the file has as an empty text
        return name.isEmpty() && owner instanceof Subtype
                ? List.of(NameProblems.empty(at, owner.name(), instead))
                : List.of();
    }

    private static List<Problem> ofMember(Origin at, String owner, String name, String instead) {
        if (name.isEmpty()) {
            return List.of(NameProblems.empty(at, owner, instead));
        }
        if (Surrogates.hasHalf(name)) {
            return List.of(NameProblems.halfOfASurrogatePair(at, owner, name, instead));
        }
        return List.of();
    }

    private static String usable(String name) {
        String rest = Surrogates.withoutHalves(name).replaceAll("^\\$+", "");
        return rest.isEmpty() ? "value" : rest;
    }
}
