package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An error is told in words without a path, whatever Java made of it. */
class SystemErrorTest {

    @Test
    void errorOfAKindHasTheWordsOfItsKind() {
        assertThat(SystemError.reason(new AccessDeniedException("file"))).isEqualTo("permission denied");
        assertThat(SystemError.reason(new NoSuchFileException("file"))).isEqualTo("no such file");
        assertThat(SystemError.reason(new FileAlreadyExistsException("file"))).isEqualTo("it exists already");
    }

    @Test
    void errorThatTheSystemGaveWordsHasThose() {
        assertThat(SystemError.reason(new FileSystemException("file", null, "File name too long")))
                .isEqualTo("File name too long");
        assertThat(SystemError.reason(new AccessDeniedException("file", null, "Permissão negada")))
                .isEqualTo("Permissão negada");
        assertThat(SystemError.reason(new IOException("Input/output error"))).isEqualTo("Input/output error");
    }

    @Test
    void errorWithoutAWordIsCalledByItsClass() {
        assertThat(SystemError.reason(new IOException())).isEqualTo("IOException");
    }

    @ParameterizedTest
    @CsvSource({
        "Invalid argument, true",
        "Operation not supported, true",
        "Input/output error, false",
        "No space left on device, false"
    })
    void whatAFileSystemCannotDoIsToldFromWhatItFailedToDo(String words, boolean unsupported) {
        assertThat(SystemError.isUnsupported(new IOException(words))).isEqualTo(unsupported);
        assertThat(SystemError.isUnsupported(new FileSystemException("file", null, words)))
                .isEqualTo(unsupported);
    }
}
