package dev.saveschema.codec;

import dev.saveschema.Reason;
import dev.saveschema.Repair;
import dev.saveschema.codec.limit.SizeLimit;
import dev.saveschema.codec.limit.TextLimit;
import dev.saveschema.json.Defect;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.text.Excerpt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports the problem of the value at the current place, and passes over the value. If the value was taken already, or the document
 * ended before it, nothing is reported.
 */
final class RepairReporter {

    private final Scanner in;
    private final Nesting nesting;
    private final RepairLog log;
    private final boolean isDocument;

    /** @param isDocument whether the scanner reads a document, with places that a person can look up */
    RepairReporter(Scanner in, Nesting nesting, RepairLog log, boolean isDocument) {
        this.in = in;
        this.nesting = nesting;
        this.log = log;
        this.isDocument = isDocument;
    }

    void wrongType(String noun) {
        in.scan();
        switch (in.token()) {
            case NONE -> {} // the value is taken, or the document ended before it
            case NULL -> replaced(Reason.NULL, "null");
            case BROKEN -> broken(noun);
            default -> replaced(Reason.WRONG_TYPE, found() + " is not " + noun);
        }
    }

    /** Reports a value that is not JSON. */
    private void broken(String noun) {
        if (!isDocument) {
            // only a migration step can leave a value that is not JSON
            replaced(Reason.WRONG_TYPE, found() + " is not " + noun);
            return;
        }
        Reason reason = in.cost() == Defect.Cost.DAMAGED_VALUE ? Reason.DAMAGED : Reason.SYNTAX;
        replaced(reason, in.problem());
    }

    /** Reports a defect outside of values. */
    void syntax(Defect defect, String used) {
        if (log.hasRoom()) {
            log.add(new Repair(
                    nesting.pointer(),
                    Reason.SYNTAX,
                    in.place(defect.offset()) + ": " + defect.problem(),
                    Optional.empty(),
                    used));
        } else {
            log.count(Reason.SYNTAX);
        }
    }

    void unknownConstant(String expected) {
        replaced(Reason.UNKNOWN_CONSTANT, found() + " is not one of " + expected);
    }

    /** @param tag the value of the object's discriminator; null if it has none */
    void unknownSubtype(@Nullable String tag, Subtypes subtypes) {
        in.skip();
        if (!in.endedEarly()) {
            String problem = tag == null
                    ? "has no %s that says which of %s it is"
                            .formatted(Excerpt.quoted(subtypes.discriminator()), subtypes.expected())
                    : "%s is not one of %s".formatted(Excerpt.quoted(tag), subtypes.expected());
            add(Reason.UNKNOWN_SUBTYPE, problem, Optional.ofNullable(tag).map(Excerpt::quoted), used());
        }
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
        if (in.token() != Token.NONE) {
            replaced(reason, "the key " + Excerpt.quoted(key) + " is not " + noun);
        }
    }

    void keyOutsideLimit(Reason reason, String key, String violation) {
        if (in.token() != Token.NONE) {
            replaced(reason, "the key " + Excerpt.quoted(key) + " " + violation);
        }
    }

    /** Reports that the array or map that was just left is not used, since an element or entry in it is invalid. */
    void invalidElement() {
        add(Reason.INVALID_ELEMENT, "something in it is invalid", Optional.empty(), used());
    }

    void wrongSize(int size, String noun, SizeLimit limit, boolean cut) {
        boolean few = size < limit.min();
        String found =
                size == 1 ? "1 " + (noun.equals("entries") ? "entry" : "element") : "%,d %s".formatted(size, noun);
        String problem = found + "; " + (few ? TextLimit.atLeast(limit.min()) : TextLimit.atMost(limit.max()));
        add(
                few ? Reason.TOO_SHORT : Reason.TOO_LONG,
                problem,
                Optional.empty(),
                cut ? "used the first %,d".formatted(limit.max()) : used());
    }

    void rejected(Throwable refusal) {
        addRejected(refused(refusal));
    }

    void rejected(String problem) {
        addRejected("refused: " + Excerpt.oneLine(problem));
    }

    private void addRejected(String problem) {
        add(Reason.REJECTED, problem, Optional.empty(), used());
    }

    /** The problem of a value that the developer's code refused. */
    static String refused(Throwable refusal) {
        return "refused: " + Excerpt.oneLine(refusal);
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
            log.forget(nesting.pointer());
            add(Reason.DUPLICATE, "occurs twice", Optional.empty(), "used the last");
        }
    }

    /** Reports that {@code $version} occurs twice. The first one counts. */
    void secondVersion() {
        log.add(new Repair(
                "/" + StoredVersion.NAME, Reason.DUPLICATE, "occurs twice", Optional.empty(), "used the first"));
    }

    /** Reports that the discriminator of an object occurs twice. The first one counts. */
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

    /** Reports the members that an object did not have which was just left. */
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

    /**
     * Reports that a value is damaged, unless damage was reported before. The value may be in a part that was passed over, so that
     * no place is known.
     */
    void damagedValue(String problem) {
        if (!log.hasDamage()) {
            log.addDamage(new Repair("", Reason.DAMAGED, problem, Optional.empty(), "dropped"));
        }
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

    /** The value in the file at the current place, as a report shows it. */
    private String found() {
        in.scan();
        return switch (in.token()) {
            case NONE -> "";
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case TEXT -> Excerpt.quoted(in.excerpt());
            case NUMBER -> in.excerpt();
            case BROKEN -> isDocument ? in.excerpt() : "something that is not JSON";
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }
}
