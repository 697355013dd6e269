package dev.saveschema.processor.check;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/** All checks. A check runs even if an earlier check has found a problem, so that all problems are reported at once. */
public final class Checks {

    private static final List<Check> OF_THE_SOURCES = List.of(
            new VersionCheck(),
            new IdCheck(),
            new RecursionCheck(),
            new NameCheck(),
            new NameCollisionCheck(),
            new DiscriminatorCheck(),
            new ChangeVersionCheck(),
            new RenameCheck(),
            new MoveCheck(),
            new RemovalCheck(),
            new SummaryCheck(),
            new MissingDefaultCheck(),
            new DefaultCheck(),
            new LimitCheck(),
            new DefaultLimitCheck(),
            new StepCheck());

    private Checks() {}

    /** Every problem of the schema. */
    public static List<Problem> check(SchemaModel schema, FormerMembers former) {
        return Stream.concat(OF_THE_SOURCES.stream(), Stream.of(new ConversionCheck(former)))
                .flatMap(check -> check.check(schema).stream())
                .distinct()
                .toList();
    }
}
