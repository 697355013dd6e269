package dev.saveschema.processor;

import dev.saveschema.processor.emit.SchemaEmitter;
import dev.saveschema.processor.emit.TypedRecordEmitter;
import dev.saveschema.processor.history.Histories;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.typed.TypedVersion;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.read.SchemaReader;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.TypeElement;

/**
 * Writes the records of older versions that migrations name, {@code ProfileV2}, and the classes that load and save them. The
 * compiler knows them only in the next round, so that a schema whose migrations name such a record waits until then.
 */
final class OlderVersions {

    private final CompilerServices services;
    private final SchemaIds ids;

    /** The models of records that are written. A schema that waits for its older records is processed again, and names them again. */
    private final Map<ClassRef, SchemaModel> written = new HashMap<>();

    OlderVersions(CompilerServices services, SchemaIds ids) {
        this.services = services;
        this.ids = ids;
    }

    /**
     * Writes the older records that the type's migrations name. False, and the reason is reported, if one of them could not be
     * written.
     */
    boolean write(TypeElement type) throws IOException {
        SchemaReader reader = services.reader();
        Set<Integer> named = reader.olderRecordsNamed(type);
        if (named.isEmpty()) {
            return true;
        }
        Histories.Locked locked = services.histories().locked(reader.idOf(type), named, SourceOrigin.of(type));
        if (services.report(type, locked.problems())) {
            return false;
        }
        Set<Integer> targets = reader.olderRecordsMade(type);
        for (LockedVersion version : locked.versions()) { // from the oldest
            write(version, targets, type, reader);
        }
        Set<Integer> missing = new TreeSet<>(named);
        locked.versions().forEach(version -> missing.remove(version.version()));
        return !services.report(type, whyMissing(missing, locked, type, reader));
    }

    /** The version before a schema's own, if a step from record to record leads from it. */
    Optional<SchemaModel> before(SchemaModel schema) {
        return schema.steps().stream()
                        .anyMatch(step -> step.form() instanceof Step.Form.Typed && step.to() == schema.version())
                ? Optional.ofNullable(written.get(schema.root().type().inVersion(schema.version() - 1)))
                : Optional.empty();
    }

    /** @param targets the versions that a step from record to record leads to */
    private void write(LockedVersion version, Set<Integer> targets, TypeElement type, SchemaReader reader)
            throws IOException {
        ClassRef head = reader.refTo(type);
        ClassRef record = head.inVersion(version.version());
        if (written.containsKey(record)) {
            return;
        }
        if (isStale(record)) {
            services.report(type, MigrationProblems.staleRecord(SourceOrigin.of(type), record.qualifiedName()));
        }
        SchemaModel model = TypedVersion.of(version, head, reader.surroundings(type));
        written.put(record, model);
        Optional<SchemaModel> previous = Optional.of(version.version())
                .filter(targets::contains)
                .map(number -> written.get(head.inVersion(number - 1)));
        services.write(new TypedRecordEmitter().emit(model, head, previous), type);
        services.write(new SchemaEmitter().emitOlder(model), type);
    }

    /**
     * Whether a class file of the record lies on the class path from an earlier build.
     *
     * <p>To be asked only of a record that the sources name: the question makes the compiler load the class file, and the compiler
     * fails when such a class is generated afterwards.
     */
    private boolean isStale(ClassRef record) {
        return Runtime.version().feature() < 23 && services.exists(record.qualifiedName());
    }

    private Problem hole(int version, int head, Histories.Locked locked, TypeElement type, SchemaReader reader) {
        String name = type.getSimpleName().toString();
        int newest = locked.all().get(locked.all().size() - 1);
        return version < newest
                ? HistoryProblems.gap(
                        reader.versionOrigin(type),
                        name,
                        version,
                        services.histories().file(reader.idOf(type), version))
                : HistoryProblems.previousNotLocked(reader.versionOrigin(type), name, head, newest);
    }

    private List<Problem> whyMissing(
            Set<Integer> missing, Histories.Locked locked, TypeElement type, SchemaReader reader) {
        if (missing.isEmpty()) {
            return List.of();
        }
        ClassRef head = reader.refTo(type);
        Optional<String> formerId = locked.others().stream()
                .filter(id -> !ids.isInUse(id, services.packageOf(type), reader))
                .findFirst();
        if (formerId.isPresent()) {
            return List.of(HistoryProblems.unknownId(
                    reader.idOrigin(type), head.simpleName(), reader.idOf(type), formerId.get()));
        }
        int newest = reader.versionOf(type);
        if (missing.contains(newest)) {
            return List.of(MigrationProblems.recordOfTheHead(
                    SourceOrigin.of(type), head.inVersion(newest).simpleName(), newest, head.nestedName()));
        }
        String known = services.histories().isKept()
                ? "Locked: " + (locked.all().isEmpty() ? "none" : locked.all())
                : "No history is kept: see -Asaveschema.history";
        return missing.stream()
                .map(version -> locked.isHole(version)
                        ? hole(version, newest, locked, type, reader)
                        : MigrationProblems.unknownVersion(
                                SourceOrigin.of(type), head.inVersion(version).simpleName(), version, known))
                .toList();
    }
}
