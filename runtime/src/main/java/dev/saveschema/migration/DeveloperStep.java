package dev.saveschema.migration;

import dev.saveschema.LoadLimits;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveWriter;
import dev.saveschema.codec.Trees;
import dev.saveschema.document.DocumentSchema;
import dev.saveschema.migration.MigrationStep.Conversion;
import dev.saveschema.migration.MigrationStep.Reader;
import dev.saveschema.migration.MigrationStep.TreeChange;
import dev.saveschema.migration.MigrationStep.Writer;
import dev.saveschema.text.Excerpt;
import dev.saveschema.text.JsonPointer;
import dev.saveschema.tree.LazyTrees;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs the developer's methods of one step: on the document, on a part of it, or on one member. A method that throws is a bug of
 * the program, and costs the file nothing but that part; so is a class of the developer's that cannot be initialised.
 */
final class DeveloperStep {

    private final int from;
    private final LoadLimits limits;
    private final RepairLog log;
    private final ChangeLog changes;
    private final Authorship authorship;

    DeveloperStep(int from, LoadLimits limits, RepairLog log, ChangeLog changes, Authorship authorship) {
        this.from = from;
        this.limits = limits;
        this.log = log;
        this.changes = changes;
        this.authorship = authorship;
    }

    /** @param pointer the place of the object, as a JSON Pointer */
    void tree(ObjectNode object, String pointer, String name, TreeChange change) {
        Authorship.Before before = new Authorship.Before(object);
        try {
            change.apply(object);
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            LazyTrees.replace(object, before.copy());
            failed(pointer, name, threw(e), "its changes were undone");
            return;
        }
        authorship.changed(object, before, author(name));
        changed(before.copy(), object, pointer, name);
    }

    /**
     * Runs a method from record to record on the document.
     *
     * @return whether the document is the method's result now
     */
    <A, B> boolean typed(
            ObjectNode document,
            String name,
            DocumentSchema<A> before,
            Conversion<A, B> change,
            DocumentSchema<B> after) {
        return typed(document, "", "", name, before::read, change, after::write);
    }

    /**
     * Runs a method from record to record on a part.
     *
     * @param pointer the place of the object
     * @param tag the discriminator, which is no member of the record; empty if the object is not one of several
     * @return whether the object is the method's result now
     */
    <A, B> boolean typed(
            ObjectNode object,
            String pointer,
            String tag,
            String name,
            Reader<A> before,
            Conversion<A, B> change,
            Writer<B> after) {
        JsonNode kind = tag.isEmpty() ? null : object.remove(tag);
        boolean isDone = typed(object, pointer, name, before, change, after);
        if (kind != null) {
            ObjectNode content = object.objectNode();
            content.set(tag, kind);
            content.setAll(object);
            LazyTrees.replace(object, content);
        }
        return isDone;
    }

    private <A, B> boolean typed(
            ObjectNode object,
            String pointer,
            String name,
            Reader<A> before,
            Conversion<A, B> change,
            Writer<B> after) {
        A old = read(object, pointer, before, Optional.empty());
        if (old == null) {
            failed(pointer, name, "could not be given version " + from, "it was not called");
            return false;
        }
        try {
            B result = change.apply(old);
            if (result == null) {
                failed(pointer, name, "answered null", "its result was not used");
                return false;
            }
            ObjectNode made = Trees.lazilyWritten(out -> after.write(out, result), limits);
            ObjectNode was = (ObjectNode) LazyTrees.copy(object, UnaryOperator.identity());
            LazyTrees.replace(object, made);
            changed(was, object, pointer, name);
            authorship.replaced(was, object, author(name));
            return true;
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            failed(pointer, name, threw(e), "its result was not used");
            return false;
        }
    }

    private void changed(ObjectNode before, ObjectNode after, String pointer, String name) {
        String step = pointer.isEmpty() ? name : name + " in " + JsonPointer.inWords(pointer);
        TreeDiff.between(before, after).forEach(line -> changes.add(step + ": " + line));
    }

    private Authorship.Author author(String name) {
        return new Authorship.Author(name, from);
    }

    /** @param pointer the place of the object, as a JSON Pointer */
    <A, B> void conversion(
            ObjectNode object,
            String pointer,
            String member,
            String name,
            Reader<A> reader,
            Conversion<A, B> conversion,
            Writer<B> writer) {
        JsonNode old = object.get(member);
        if (old == null) {
            return;
        }
        String place = JsonPointer.member(pointer, member);
        A value = read(old, place, reader, Optional.of("used its default"));
        if (value == null) {
            object.remove(member);
            return;
        }
        try {
            B converted = conversion.apply(value);
            if (converted == null) {
                object.remove(member);
                failed(place, name, "answered null", "used its default");
                return;
            }
            object.set(member, tree(out -> writer.write(out, converted)));
            if (!old.equals(object.get(member))) {
                changes.add(name + ": " + TreeDiff.changed(member, old, object.get(member)));
                authorship.wrote(object, member, author(name));
            }
        } catch (Exception | AssertionError | LinkageError | StackOverflowError e) {
            object.remove(member);
            failed(place, name, threw(e), "used its default");
        }
    }

    /** @param ifUnusable the treatment of a value that cannot be read at all, for the report, if that is known already */
    private <A> @Nullable A read(JsonNode old, String pointer, Reader<A> reader, Optional<String> ifUnusable) {
        RepairLog oldLog = new RepairLog();
        A value = reader.read(Trees.reader(old, limits, oldLog));
        for (Repair repair : oldLog.toList()) {
            log.add(new Repair(
                    pointer + repair.pointer(),
                    repair.reason(),
                    repair.problem(),
                    repair.found(),
                    value == null ? ifUnusable.orElse(repair.used()) : repair.used()));
        }
        return value;
    }

    private JsonNode tree(Consumer<SaveWriter> content) {
        return Trees.written(content, limits);
    }

    static String threw(Throwable cause) {
        return "threw " + Excerpt.ofMessage(String.valueOf(cause));
    }

    private void failed(String pointer, String name, String failure, String used) {
        log.add(new Repair(
                pointer,
                Reason.MIGRATION_FAILED,
                "step %s from version %d to %d %s".formatted(name, from, from + 1, failure),
                Optional.empty(),
                used));
        changes.add(name + ": failed, " + used);
    }
}
