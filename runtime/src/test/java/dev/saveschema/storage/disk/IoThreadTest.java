package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class IoThreadTest {

    private static final class Undeclared extends Exception {

        private static final long serialVersionUID = 1L;

        Undeclared() {
            super("Input/output error");
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwUndeclared() throws E {
        throw (E) new Undeclared();
    }

    @Test
    void exceptionThatJavaForgotToTranslateIsAnIOException() {
        IoThread io = new IoThread("test");
        assertThatThrownBy(() -> io.call(() -> {
                    IoThreadTest.<RuntimeException>throwUndeclared();
                    return io;
                }))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Input/output error")
                .hasCauseInstanceOf(Undeclared.class);
        io.stop();
    }

    @Test
    void threadOfAStorageThatNobodyClosedKeepsNoProgramFromEnding() throws IOException {
        IoThread io = new IoThread("test");
        assertThat(io.<Boolean>call(() -> Thread.currentThread().isDaemon())).isTrue();
        io.stop();
    }

    @Test
    void threadThatWasStoppedDoesNothingMoreAndSaysWhoseItWas() {
        IoThread io = new IoThread("storage of progress.json");
        io.stop();
        assertThatThrownBy(() -> io.call(() -> io))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("storage of progress.json is closed");
    }

    private static void ask(IoThread io) throws IOException {
        io.call(() -> {
            throw new IOException("No space left on device");
        });
    }

    @Test
    void stackTraceOfAFailureHasTheLineThatAskedForTheTaskToo() {
        IoThread io = new IoThread("test");
        assertThatThrownBy(() -> ask(io))
                .hasMessage("No space left on device")
                .satisfies(e -> assertThat(e.getStackTrace())
                        .extracting(StackTraceElement::getMethodName)
                        .containsOnlyOnce("ask"));
        io.stop();
    }
}
