package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.json.Encoding;
import dev.saveschema.json.MalformedContentException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the bytes of a save into a value, through a migration if they are of an older version.
 *
 * <p>What is read can be saved. Where a record is as deep as may be, and what it has in place of a missing member is a level
 * deeper, no load would take the save back: then the document is read again, with one level less.
 */
public final class DocumentReader<T> {

    private final DocumentSchema<T> schema;
    private final LoadLimits limits;

    /** @param limits how much of a document is read */
    public DocumentReader(DocumentSchema<T> schema, LoadLimits limits) {
        this.schema = schema;
        this.limits = limits;
    }

    /**
     * Reads a whole document.
     *
     * @throws MalformedContentException if the bytes are none: cut off, not JSON, not an object, or refused as a whole by the
     *     record's own constructor
     */
    public Document<T> read(byte[] bytes) {
        Encoding.requireUtf8(bytes);
        StoredVersion version = version(bytes);
        for (LoadLimits each = limits; ; each = shallower(each)) {
            try (JsonParser parser = Json.parser(bytes)) {
                Document<T> document = read(version, TokenCursor.strict(parser, bytes), new RepairLog(), each);
                if (document != null) {
                    return document;
                }
            }
        }
    }

    private static LoadLimits shallower(LoadLimits limits) {
        return limits.nesting(limits.nesting() - 1);
    }

    // A parser has buffers of its own, so the second is made when the first is closed, and only where one is needed.
    private StoredVersion version(byte[] bytes) {
        StoredVersion first = StoredVersion.first(bytes);
        if (first != null) {
            return first;
        }
        try (JsonParser parser = Json.parser(bytes)) {
            return version(TokenCursor.strict(parser, bytes));
        }
    }

    /** Reads what precedes the damage in a document that {@link #read} refused; empty if that is nothing. */
    public Optional<Document<T>> salvage(byte[] bytes) {
        MalformedContentException damage = damageIn(bytes);
        for (LoadLimits each = limits; ; each = shallower(each)) {
            try (JsonParser peeked = Json.parser(bytes);
                    JsonParser parser = Json.parser(bytes)) {
                StoredVersion version = version(TokenCursor.salvaging(peeked, bytes, damage));
                Document<T> document =
                        read(version, TokenCursor.salvaging(parser, bytes, damage), new RepairLog(), each);
                if (document != null) {
                    return Optional.of(document).filter(DocumentReader::isDamaged);
                }
            } catch (MalformedContentException e) {
                // nothing precedes the damage, or what does is refused too
                return Optional.empty();
            }
        }
    }

    /** Where the bytes are no JSON; past their end if they are, and there is too much of it. */
    private static MalformedContentException damageIn(byte[] bytes) {
        try (JsonParser parser = Json.parser(bytes)) {
            Encoding.requireUtf8(bytes);
            TokenCursor in = TokenCursor.strict(parser, bytes);
            for (JsonToken token = in.next(); token != null; token = in.next()) {
                in.text();
            }
            return new MalformedContentException("it was refused", Long.MAX_VALUE);
        } catch (MalformedContentException e) {
            return e;
        }
    }

    private static boolean isDamaged(Document<?> document) {
        return document.repairs().stream().anyMatch(repair -> repair.reason() == Reason.DAMAGED);
    }

    private StoredVersion version(TokenCursor in) {
        return StoredVersion.find(in, schema.version(), schema.unversionedVersion());
    }

    /** @return null if what is read could not be saved */
    private @Nullable Document<T> read(StoredVersion version, TokenCursor in, RepairLog log, LoadLimits most) {
        version.repair().ifPresent(log::add);
        SaveReader reader = new SaveReader(in, most, log);
        in.onEnd(reader::damaged);
        in.next();
        if (version.number() < schema.oldestVersion()) {
            return tooOld(version, log);
        }
        if (version.number() < schema.version()) {
            return migrate(version, reader, in, log, most);
        }
        T value = accepted(schema.read(reader), reader);
        refuseMore(reader, in);
        if (isTooDeep(value, reader, most)) {
            return null;
        }
        Document.Age age = version.number() > schema.version() ? Document.Age.NEWER : Document.Age.CURRENT;
        return new Document<>(value, age, version.stored(), version.number(), log.toList(), List.of());
    }

    /** @return null if what is read could not be saved */
    private @Nullable Document<T> migrate(
            StoredVersion version, SaveReader reader, TokenCursor in, RepairLog log, LoadLimits most) {
        if (!(reader.readTree() instanceof ObjectNode tree)) {
            throw new AssertionError("the version was found in an object");
        }
        refuseMore(reader, in);
        tree.properties().removeIf(member -> member.getKey().startsWith("$"));
        List<MigratedStep> steps = schema.migrate(tree, version.number(), limits, log);
        TokenCursor migrated = in.over(Json.parser(tree));
        SaveReader values = new SaveReader(migrated, most, log);
        migrated.onEnd(values::damaged);
        migrated.next();
        T value = accepted(schema.read(values), values);
        if (isTooDeep(value, values, most)) {
            return null;
        }
        return new Document<>(value, Document.Age.MIGRATED, version.stored(), version.number(), log.toList(), steps);
    }

    // Few saves are half as deep as may be, so few are written to find out.
    private boolean isTooDeep(T value, SaveReader reader, LoadLimits most) {
        if (reader.deepestSoFar() <= limits.nesting() / 2 || most.nesting() == 1) {
            return false;
        }
        try {
            DocumentWriter.body(schema, value, false, limits);
            return false;
        } catch (TooDeepException e) {
            return true;
        } catch (RuntimeException e) {
            // a codec of the developer's that cannot write what it read: saving says so
            return false;
        }
    }

    private Document<T> tooOld(StoredVersion version, RepairLog log) {
        log.add(new Repair(
                "",
                Reason.TOO_OLD,
                "version %d is older than %d, the oldest that is still read"
                        .formatted(version.number(), schema.oldestVersion()),
                Optional.of(Integer.toString(version.number())),
                "used the defaults"));
        return new Document<>(
                schema.defaultValue(),
                Document.Age.TOO_OLD,
                version.stored(),
                version.number(),
                log.toList(),
                List.of());
    }

    private static <T> T accepted(@Nullable T value, SaveReader reader) {
        if (value == null) {
            throw MalformedContentException.refused(reader.refusal());
        }
        return value;
    }

    private static void refuseMore(SaveReader reader, TokenCursor in) {
        if (in.endedEarly()) {
            if (!reader.metSomething()) {
                throw new MalformedContentException("nothing precedes the damage", 0);
            }
        } else if (in.next() != null) {
            in.refuse("there is more after the end of the document");
        }
    }
}
