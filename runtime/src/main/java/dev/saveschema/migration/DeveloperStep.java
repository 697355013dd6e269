package dev.saveschema.migration;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.DocumentSchema;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.Trees;
import dev.saveschema.migration.MigrationStep.Conversion;
import dev.saveschema.migration.MigrationStep.Reader;
import dev.saveschema.migration.MigrationStep.TreeChange;
import dev.saveschema.migration.MigrationStep.Writer;
import dev.saveschema.text.Excerpt;
import dev.saveschema.text.JsonPointer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs what a developer has written for one step. Code that throws is a bug of the program, and costs the file nothing; so is a class
 * of theirs that cannot be initialised.
 */
final class DeveloperStep {

    private final ObjectNode document;
    private final int from;
    private final LoadLimits limits;
    private final RepairLog log;
    private final ChangeLog changes;

    /** The members that were changed, and the method that did it. */
    private final Map<String, String> changedBy = new HashMap<>();

    DeveloperStep(ObjectNode document, int from, LoadLimits limits, RepairLog log, ChangeLog changes) {
        this.document = document;
        this.from = from;
        this.limits = limits;
        this.log = log;
        this.changes = changes;
    }

    void tree(String name, TreeChange change) {
        ObjectNode before = document.deepCopy();
        try {
            change.apply(document);
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            replace(before);
            failed("", name, threw(e), "its changes were undone");
            return;
        }
        changed(name, before);
    }

    /** Whether the document is its result now. */
    <A, B> boolean typed(String name, DocumentSchema<A> before, Conversion<A, B> change, DocumentSchema<B> after) {
        A old = before.read(Trees.reader(document, limits, log));
        if (old == null) {
            failed("", name, "could not be given version " + from, "it was not called");
            return false;
        }
        try {
            B result = change.apply(old);
            if (result == null) {
                failed("", name, "answered null", "its result was not used");
                return false;
            }
            ObjectNode was = document.deepCopy();
            replace((ObjectNode) tree(out -> after.write(out, result)));
            changed(name, was);
            return true;
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            failed("", name, threw(e), "its result was not used");
            return false;
        }
    }

    private void replace(ObjectNode content) {
        document.removeAll();
        document.setAll(content);
    }

    private void changed(String name, ObjectNode before) {
        TreeDiff.between(before, document).forEach(line -> changes.add(name + ": " + line));
        TreeDiff.members(before, document).forEach(member -> changedBy.put(member, name));
    }

    /** Whether a method has changed the member of the document that a place is in. */
    boolean hasChanged(String pointer) {
        return changedBy.containsKey(JsonPointer.top(pointer));
    }

    /** Goes on knowing who changed a member that has another name now. */
    void renamed(String oldPointer, String newPointer) {
        String name = changedBy.get(JsonPointer.top(oldPointer));
        if (name != null) {
            changedBy.put(JsonPointer.top(newPointer), name);
        }
    }

    <A, B> void conversion(
            String member, String name, Reader<A> reader, Conversion<A, B> conversion, Writer<B> writer) {
        JsonNode old = document.get(member);
        if (old == null) {
            return;
        }
        A value = old(member, old, reader);
        if (value == null) {
            document.remove(member);
            return;
        }
        try {
            B converted = conversion.apply(value);
            if (converted == null) {
                document.remove(member);
                failed(member, name, "answered null", "used its default");
                return;
            }
            document.set(member, tree(out -> writer.write(out, converted)));
            if (!old.equals(document.get(member))) {
                changes.add(name + ": " + TreeDiff.changed(member, old, document.get(member)));
            }
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            document.remove(member);
            failed(member, name, threw(e), "used its default");
        }
    }

    private <A> @Nullable A old(String member, JsonNode old, Reader<A> reader) {
        RepairLog oldLog = new RepairLog();
        A value = reader.read(Trees.reader(old, limits, oldLog));
        for (Repair repair : oldLog.toList()) {
            log.add(new Repair(
                    pointer(member) + repair.pointer(),
                    repair.reason(),
                    repair.problem(),
                    repair.found(),
                    value == null ? "used its default" : repair.used()));
        }
        return value;
    }

    private JsonNode tree(Consumer<SaveWriter> content) {
        return Trees.written(content, limits);
    }

    /** What was wrong before the step and was left alone is the file's fault, and repaired as such. */
    void verify(DocumentSchema<?> after) {
        if (changedBy.isEmpty()) {
            return;
        }
        RepairLog found = new RepairLog();
        after.read(Trees.reader(document, limits, found));
        for (Repair repair : found.toList()) {
            String name = changedBy.get(JsonPointer.top(repair.pointer()));
            if (name != null) {
                log.add(new Repair(
                        repair.pointer(),
                        Reason.MIGRATION_FAILED,
                        "step %s from version %d to %d left what version %d cannot have: %s"
                                .formatted(name, from, from + 1, from + 1, repair.problem()),
                        repair.found(),
                        repair.used()));
            }
        }
    }

    static String threw(Throwable cause) {
        return "threw " + Excerpt.oneLine(String.valueOf(cause));
    }

    private void failed(String member, String name, String failure, String used) {
        log.add(new Repair(
                member.isEmpty() ? "" : pointer(member),
                Reason.MIGRATION_FAILED,
                "step %s from version %d to %d %s".formatted(name, from, from + 1, failure),
                Optional.empty(),
                used));
        changes.add(name + ": failed, " + used);
    }

    private static String pointer(String member) {
        return JsonPointer.member("", member);
    }
}
