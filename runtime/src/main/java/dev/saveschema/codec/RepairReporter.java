package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.text.Excerpt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * Says what is wrong with the value at the current place, and passes over it. Where the value was taken already, or the document
 * ended before it, there is nothing more to say.
 */
final class RepairReporter {

    private final TokenCursor in;
    private final Nesting nesting;
    private final RepairLog log;

    RepairReporter(TokenCursor in, Nesting nesting, RepairLog log) {
        this.in = in;
        this.nesting = nesting;
        this.log = log;
    }

    void wrongType(String noun) {
        if (in.token() == JsonToken.VALUE_NULL) {
            replaced(Reason.NULL, "null");
        } else if (in.token() != null) {
            replaced(Reason.WRONG_TYPE, found() + " is not " + noun);
        }
    }

    void unknownConstant(String expected) {
        replaced(Reason.UNKNOWN_CONSTANT, found() + " is not one of " + expected);
    }

    /** @param tag what the object says that it is, if anything */
    void unknownSubtype(@Nullable String tag, Subtypes subtypes) {
        if (!in.endedEarly()) {
            String problem = tag == null
                    ? "has no %s that says which of %s it is"
                            .formatted(Excerpt.quoted(subtypes.discriminator()), subtypes.expected())
                    : "%s is not one of %s".formatted(Excerpt.quoted(tag), subtypes.expected());
            add(Reason.UNKNOWN_SUBTYPE, problem, Optional.ofNullable(tag).map(Excerpt::quoted), used());
        }
        in.leave();
    }

    /** @param violation {@code is outside 1..12} */
    void outOfRange(String violation) {
        replaced(Reason.OUT_OF_RANGE, found() + " " + violation);
    }

    void clamped(String violation, Object nearest) {
        add(Reason.OUT_OF_RANGE, found() + " " + violation, Optional.of(found()), "used " + nearest);
    }

    void tooLarge() {
        outOfRange("is too large");
    }

    void tooShort(String text, TextLimit limit) {
        replaced(Reason.TOO_SHORT, found() + " " + limit.violation(text));
    }

    void tooLong(String text, TextLimit limit) {
        replaced(Reason.TOO_LONG, found() + " " + limit.violation(text));
    }

    void cut(String text, TextLimit limit) {
        add(
                Reason.TOO_LONG,
                found() + " " + limit.violation(text),
                Optional.of(found()),
                "used the first " + TextLimit.characters(limit.max()));
    }

    void longerThanAllowed(int length, int most) {
        replaced(Reason.TOO_LONG, "%s is %,d characters long; at most %,d are read".formatted(found(), length, most));
    }

    /** @param mismatch {@code does not match [a-z]*} */
    void noMatch(String mismatch) {
        replaced(Reason.NO_MATCH, found() + " " + mismatch);
    }

    void tooDeep(int most) {
        replaced(Reason.TOO_DEEP, "nested more than %,d levels deep".formatted(most));
    }

    void unusableKey(Reason reason, String key, String noun) {
        if (in.token() != null) {
            replaced(reason, "the key " + Excerpt.quoted(key) + " is not " + noun);
        }
    }

    void keyOutsideLimit(Reason reason, String key, String violation) {
        if (in.token() != null) {
            replaced(reason, "the key " + Excerpt.quoted(key) + " " + violation);
        }
    }

    /** Reports that an array or map that was just left is not used for what is invalid in it. */
    void invalidElement() {
        add(Reason.INVALID_ELEMENT, "something in it is invalid", Optional.empty(), used());
    }

    void wrongSize(int size, String noun, SizeLimit limit, boolean cut) {
        boolean few = size < limit.min();
        String problem = few
                ? "%,d %s; at least %,d are needed".formatted(size, noun, limit.min())
                : "%,d %s; at most %,d are allowed".formatted(size, noun, limit.max());
        add(
                few ? Reason.TOO_SHORT : Reason.TOO_LONG,
                problem,
                Optional.empty(),
                cut ? "used the first %,d".formatted(limit.max()) : used());
    }

    void rejected(Throwable refusal) {
        rejected(message(refusal));
    }

    void rejected(String message) {
        add(Reason.REJECTED, refused(message), Optional.empty(), used());
    }

    static String message(Throwable refusal) {
        return refusal.getMessage() == null ? refusal.getClass().getSimpleName() : refusal.getMessage();
    }

    static String refused(String message) {
        return "refused: " + Excerpt.oneLine(message);
    }

    void duplicateElement() {
        add(Reason.DUPLICATE, "is in the set already", Optional.empty(), "dropped");
    }

    void duplicateMember() {
        boolean isVersion = nesting.depth() == 1
                && StoredVersion.NAME.equals(nesting.current().part());
        if (isVersion) {
            secondVersion();
        } else {
            add(Reason.DUPLICATE, "occurs twice", Optional.empty(), "used the last");
        }
    }

    /** Reports that the document says its version again; it was read as the first. */
    void secondVersion() {
        log.add(new Repair(
                "/" + StoredVersion.NAME, Reason.DUPLICATE, "occurs twice", Optional.empty(), "used the first"));
    }

    /** Reports that an object says again what it is; it was read as what it says first. */
    void secondTag(String name) {
        log.add(new Repair(
                nesting.pointer(name), Reason.DUPLICATE, "occurs twice", Optional.empty(), "used the first"));
    }

    void unknownMember(String name) {
        log.unknownMember(
                nesting.current().members(),
                name,
                () -> new Repair(
                        nesting.pointer(name),
                        Reason.UNKNOWN_MEMBER,
                        "unknown, " + found(),
                        Optional.of(found()),
                        "dropped"));
    }

    /** Reports what an object that was just left did not have. */
    void missingMembers(Level level) {
        Members members = level.members();
        for (int number = 0; number < members.count(); number++) {
            Members.Member member = members.get(number);
            if (level.hasMet(number) || !member.expected()) {
                continue;
            }
            if (log.hasRoom()) {
                log.add(new Repair(
                        nesting.pointerInside(member.name()),
                        Reason.MISSING,
                        "missing",
                        Optional.empty(),
                        "used " + member.fallback()));
            } else {
                log.count(Reason.MISSING);
            }
        }
    }

    /** Reports that the document ends at the current place. */
    void damaged() {
        log.addDamage(
                new Repair(nesting.pointer(), Reason.DAMAGED, in.damage(), Optional.empty(), "kept what precedes it"));
    }

    private void replaced(Reason reason, String problem) {
        add(reason, problem, Optional.of(found()), used());
        in.skip();
    }

    private void add(Reason reason, String problem, Optional<String> found, String used) {
        if (log.hasRoom()) {
            log.add(new Repair(nesting.pointer(), reason, problem, found, used));
        } else {
            log.count(reason);
        }
    }

    private String used() {
        return nesting.depth() == 0
                ? "nothing in it could be used"
                : nesting.current().used();
    }

    /** What stands in the file at the current place. */
    private String found() {
        JsonToken token = in.token();
        if (token == null) {
            return "";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> Excerpt.quoted(in.excerpt());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Excerpt.oneLine(in.excerpt());
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> token.asString();
            // only a migration step can leave such a thing
            default -> "something that is not JSON";
        };
    }
}
