package dev.saveschema.storage;

/** The failures that a save survives once {@link SaveStorage#save} has returned. Prints as a clause. */
public enum Durability {
    /** A crash of the program and a power cut, as long as the one disk lives that keeps the save. */
    ONE_DISK("a save that has returned survives a power cut"),
    /** The loss of a machine, too: the save is on the disks of at least two machines. */
    REPLICATED("a save that has returned survives the loss of a machine"),
    /** A crash of the program at most. A power cut, or the end of what keeps them, may take the last saves, and all of those in memory. */
    BEST_EFFORT("a power cut, or the end of what keeps them, may take the last saves");

    private final String clause;

    Durability(String clause) {
        this.clause = clause;
    }

    @Override
    public String toString() {
        return name() + ": " + clause;
    }
}
