package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A temp is whole and durable, or its failure says what is left of it. */
class TempFilesTest {

    private static final String TEMP = ".progress.json.0123456789abcdef.tmp";
    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @TempDir
    Path directory;

    /** Refuses some calls, and writes down which it was asked for. */
    private static final class Refusing extends DiskThatRemembers {

        private final List<String> refused;

        Refusing(String... refused) {
            this.refused = List.of(refused);
        }

        @Override
        protected <T> T through(String name, Path path, Call<T> call) throws IOException {
            return super.through(name, path, () -> {
                if (refused.contains(name) && !name.equals("output close")) {
                    throw new IOException("no " + name);
                }
                T result = call.make();
                if (refused.contains(name)) {
                    throw new IOException("no " + name); // closed it is, nevertheless
                }
                return result;
            });
        }
    }

    private TempFiles temps(FileOps disk) {
        return new TempFiles(disk, new FileNames(directory.resolve("progress.json")), () -> "0123456789abcdef");
    }

    @Test
    void tempIsWrittenForcedAndClosedInThisOrder() throws IOException {
        DiskThatRemembers disk = new DiskThatRemembers();
        assertThat(temps(disk).write(CONTENT, Optional.empty()))
                .hasFileName(TEMP)
                .hasBinaryContent(CONTENT);
        assertThat(disk.calls())
                .containsExactly(
                        "create .progress.json.tmp",
                        "output write .progress.json.tmp",
                        "output force .progress.json.tmp",
                        "output close .progress.json.tmp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"output write", "output force", "output close"})
    void tempThatFailedIsClosedAndGoneAndItsFailureIsTheDisks(String refused) {
        Refusing disk = new Refusing(refused);
        assertThatThrownBy(() -> temps(disk).write(CONTENT, Optional.empty()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("no " + refused);
        assertThat(disk.calls()).endsWith("output close .progress.json.tmp", "delete .progress.json.tmp");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void failureToCloseWhatFailedStandsBesideTheFailure() {
        IOException failure = catchThrowableOfType(
                IOException.class,
                () -> temps(new Refusing("output write", "output close")).write(CONTENT, Optional.empty()));
        assertThat(failure).hasMessage("no output write");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessage("no output close"));
    }

    @ParameterizedTest
    @CsvSource({"output write, false", "output force, true", "output close, true"})
    void failureAfterWhichTheTempIsLeftSaysWhichItIsAndWhetherAllOfItIsThere(String refused, boolean written) {
        TempLeftException left = catchThrowableOfType(
                TempLeftException.class,
                () -> temps(new Refusing(refused, "delete")).write(CONTENT, Optional.empty()));
        assertThat(left.isWritten()).isEqualTo(written);
        assertThat(left.temp()).isEqualTo(directory.resolve(TEMP));
        assertThat(left).hasMessage("no " + refused);
        assertThat(left.reason().getSuppressed())
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessage("no delete"));
    }

    @Test
    void fileThatHasTheNameOfTheTempIsNotTouched() throws IOException {
        Path strangers = Files.writeString(directory.resolve(TEMP), "strangers");
        assertThatThrownBy(() -> temps(new ForwardingDisk()).write(CONTENT, Optional.empty()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(strangers).hasContent("strangers");
    }
}
