package dev.saveschema;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that is done when the program ends, unless it is to be forgotten by then. */
final class ExitHook {

    private @Nullable Thread hook;

    private ExitHook(@Nullable Thread hook) {
        this.hook = hook;
    }

    /** @param longest nothing is done if it is zero */
    static ExitHook of(Duration longest, Runnable action) {
        if (longest.isZero()) {
            return new ExitHook(null);
        }
        Thread hook = new Thread(action, "SaveSchema at exit");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            return new ExitHook(hook);
        } catch (IllegalStateException ending) {
            return new ExitHook(null); // too late for that: the program is ending already
        }
    }

    void forget() {
        if (hook != null) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The program is ending. The hook finds everything saved, or says what is not.
            }
            hook = null;
        }
    }
}
