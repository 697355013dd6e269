package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file system that cannot force directories is told from one that failed to. */
class DirectoryForceTest {

    private static final Path DIRECTORY = Path.of("saves");
    private static final Path RENAMED = DIRECTORY.resolve("progress.json");
    private static final Path UNFORCEABLE = Path.of("/dev/null");

    private final List<Path> forced = new ArrayList<>();

    /** Refuses to force a directory with some words, and what nothing can force with the word of its language for that. */
    private DirectoryForce refusing(String words, String invalidArgument) {
        return new DirectoryForce(new ForwardingDisk() {
            @Override
            public void forceDirectory(Path directory) throws IOException {
                throw new IOException(words);
            }

            @Override
            public void force(Path file) throws IOException {
                if (file.equals(UNFORCEABLE)) {
                    throw new IOException(invalidArgument);
                }
                forced.add(file);
            }
        });
    }

    @Test
    void nameInADirectoryThatIsForcedNeedsNothingMore() throws IOException {
        DiskThatRemembers disk = new DiskThatRemembers();
        new DirectoryForce(disk).force(DIRECTORY, RENAMED);
        assertThat(new DirectoryForce(disk).force(DIRECTORY)).isTrue();
        assertThat(disk.calls()).containsExactly("forceDirectory saves", "forceDirectory saves");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invalid argument", "Operation not supported", "Ungültiges Argument"})
    void whereDirectoriesCannotBeForcedTheFileIsInWhateverLanguageTheSystemSaysSo(String words) throws IOException {
        DirectoryForce force = refusing(words, "Ungültiges Argument");
        assertThat(force.force(DIRECTORY)).isFalse();
        assertThat(forced).isEmpty();
        force.force(DIRECTORY, RENAMED);
        assertThat(forced).containsExactly(RENAMED);
    }

    @Test
    void failureToForceADirectoryIsAFailure() {
        DirectoryForce force = refusing("Eingabe-/Ausgabefehler", "Ungültiges Argument");
        assertThatThrownBy(() -> force.force(DIRECTORY)).hasMessage("Eingabe-/Ausgabefehler");
        assertThatThrownBy(() -> force.force(DIRECTORY, RENAMED)).hasMessage("Eingabe-/Ausgabefehler");
        assertThat(forced).isEmpty();
    }

    @Test
    void failureIsAFailureAlsoWhereTheSystemForcesEverything() {
        DirectoryForce force = new DirectoryForce(
                DiskThatRefuses.calls("forceDirectory", path -> new IOException("Input/output error")));
        assertThatThrownBy(() -> force.force(DIRECTORY)).hasMessage("Input/output error");
    }
}
