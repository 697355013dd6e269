package dev.saveschema.processor.check;

import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.VersionProblems;
import java.util.ArrayList;
import java.util.List;

/** The schema's version is 1 or more, and the versions around it are among those that exist. */
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
            oldest = 1;
        }
        int unversioned = schema.unversioned();
        if (unversioned < oldest || unversioned > version) {
            int instead = unversioned < oldest ? oldest : version;
            problems.add(VersionProblems.outsideVersions(
                    schema.unversionedOrigin(), "unversioned", unversioned, oldest, version, instead));
        }
        return problems;
    }
}
