package dev.saveschema.processor.check;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.List;

/** The schema's version is 1 or more, and {@code oldest} and {@code unversioned} are from 1 to that version. */
final class VersionCheck implements Check {

    @Override
    public List<Problem> check(SchemaModel schema) {
        int version = schema.version();
        if (version < 1) {
            return List.of(VersionProblems.versionBelowOne(schema.versionOrigin(), version));
        }
        List<Problem> problems = new ArrayList<>();
        int oldest = schema.oldest();
        if (oldest < 1 || oldest > version) {
            int instead = oldest < 1 ? 1 : version;
            problems.add(VersionProblems.outsideVersions(schema.oldestOrigin(), "oldest", oldest, 1, version, instead));
        }
        int unversioned = schema.unversioned();
        // below the oldest is allowed: a file without a version is then too old
        if (unversioned < 1 || unversioned > version) {
            int instead = unversioned < 1 ? 1 : version;
            problems.add(VersionProblems.outsideVersions(
                    schema.unversionedOrigin(), "unversioned", unversioned, 1, version, instead));
        }
        return problems;
    }
}
