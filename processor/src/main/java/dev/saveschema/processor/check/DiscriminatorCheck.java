package dev.saveschema.processor.check;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Subtype;
import dev.saveschema.processor.problem.Code;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.SubtypeProblems;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The discriminator, the member that says which record of a sealed interface an object is, has the name of no component of these
 * records, in any version.
 */
final class DiscriminatorCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        return schema.choices().stream()
                .flatMap(choice -> choice.subtypes().stream().flatMap(subtype -> of(schema, choice, subtype)))
                .toList();
    }

    private static Stream<Problem> of(SchemaModel schema, Shape.Choice choice, Subtype subtype) {
        return uses(schema, subtype)
                .filter(use -> use.name().equals(choice.discriminator()))
                .map(use -> SubtypeProblems.takenDiscriminator(
                        use.origin(),
                        "component %s of %s".formatted(use.owner().name(), subtype.name()),
                        use.name(),
                        choice.type().simpleName(),
                        List.of(
                                instead(use, subtype),
                                "@Discriminator(" + Code.quoted(freeName(schema, choice)) + ") on "
                                        + choice.type().simpleName())));
    }

    private static String instead(NameUse use, Subtype subtype) {
        return switch (use.kind()) {
            case CURRENT -> "@Name(" + Code.quoted(subtype.jsonName() + "-" + use.name()) + ")";
            case ALIAS -> "remove " + Code.quoted(use.name());
            case OLD -> "remove @RenamedFrom";
        };
    }

    private static String freeName(SchemaModel schema, Shape.Choice choice) {
        Set<String> taken = choice.subtypes().stream()
                .flatMap(subtype -> uses(schema, subtype))
                .map(NameUse::name)
                .collect(Collectors.toSet());
        String name = "kind";
        for (int number = 2; taken.contains(name); number++) {
            name = "kind" + number;
        }
        return name;
    }

    private static Stream<NameUse> uses(SchemaModel schema, Subtype subtype) {
        return schema.record(subtype.record()).components().stream()
                .flatMap(component -> NameUse.of(component).stream());
    }
}
