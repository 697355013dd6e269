package dev.saveschema;

/**
 * The defaults of a record cannot be made: its own constructor refuses them, or a factory that one of them names has thrown. This
 * is a mistake in the program, which no file can put right. {@link SaveStore#open} finds it for the document and for every record
 * that its defaults hold, before it looks at a file.
 *
 * <pre>{@code
 * public record Door(@Default("300") int width, @Default("200") int height) {
 *     public Door {
 *         if (width > height) throw new IllegalArgumentException("a door is higher than wide");
 *     }
 * }
 * }</pre>
 *
 * <p>A record that only a file's content asks for, as an element of a list that lacks a member, is not found by then. There it
 * counts as refused by its own constructor, and a load goes on without it.
 */
public class UnusableDefaultsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private UnusableDefaultsException(Class<?> record, Throwable refusal) {
        super(
                "the defaults of %s are refused: %s"
                        .formatted(record.getName(), refusal.getMessage() == null ? refusal : refusal.getMessage()),
                refusal);
    }

    /**
     * What to throw where making a record's defaults has thrown. For generated code.
     *
     * @return the refusal itself if it speaks of a record already, which is then one within
     * @throws VirtualMachineError if that is the refusal, and it is not a stack that overflowed
     */
    public static UnusableDefaultsException of(Class<?> record, Throwable refusal) {
        if (refusal instanceof VirtualMachineError failure && !(failure instanceof StackOverflowError)) {
            throw failure;
        }
        return refusal instanceof UnusableDefaultsException known
                ? known
                : new UnusableDefaultsException(record, refusal);
    }
}
