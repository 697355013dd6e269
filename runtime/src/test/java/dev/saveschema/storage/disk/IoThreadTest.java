package dev.saveschema.storage.disk;

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
}
