package dev.saveschema;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that the next load would not take as it is. {@link SaveStore#save} throws it before the disk is touched: with
 * {@link StoreOptions#strict} for any component outside its limits, and otherwise only where the record's own constructor would
 * refuse what the next load makes of them, so that the whole save would be of no use.
 */
public final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_IN_MESSAGE = 10;

    private final transient List<Repair> violations;

    /** @param violations at least one */
    public InvalidValueException(List<Repair> violations) {
        super("the next load would not take this as it is: " + sentence(violations));
        this.violations = List.copyOf(violations);
    }

    private static String sentence(List<Repair> violations) {
        String first =
                violations.stream().limit(MOST_IN_MESSAGE).map(Repair::toString).collect(Collectors.joining(". "));
        int more = violations.size() - MOST_IN_MESSAGE;
        return more > 0 ? first + " (and " + more + " more)" : first;
    }

    /** What a load would repair, in its own words and in the order of the file. */
    public List<Repair> violations() {
        return violations;
    }
}
