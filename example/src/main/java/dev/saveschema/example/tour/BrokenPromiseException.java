package dev.saveschema.example.tour;

/** A scene did not end as it must. */
final class BrokenPromiseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BrokenPromiseException(String message) {
        super(message);
    }

    /** @param promise what must hold, as in {@code the file is as it was} */
    static void unless(boolean kept, String promise) {
        if (!kept) {
            throw new BrokenPromiseException("This must hold and does not: " + promise + ".");
        }
    }
}
