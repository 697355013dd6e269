package dev.saveschema.storage.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A path leads to a file, by as many links as the system itself would follow, or its refusal says what to open instead. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "not everybody may make links there")
class LinkResolverTest {

    private final LinkResolver resolver = new LinkResolver(new DiskFileOps());

    @TempDir
    Path directory;

    /** Answers the first of so many links that the last one leads to the file. */
    private Path chain(int links) throws IOException {
        Path next = directory.resolve("save.json");
        for (int i = links; i > 0; i--) {
            next = Files.createSymbolicLink(directory.resolve("link" + i), next);
        }
        return next;
    }

    @Test
    void fortyLinksAreFollowedToAFileThatNeedNotExist() throws IOException {
        assertThat(resolver.findExisting(chain(40)))
                .hasValue(directory.toRealPath().resolve("save.json"));
    }

    @Test
    void moreLinksThanTheSystemFollowsAreALoop() throws IOException {
        Path first = chain(41);
        assertThatThrownBy(() -> resolver.findExisting(first)).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    void pathOfADirectoryIsRefusedWithAPathThatWouldDo() {
        assertThatThrownBy(() -> resolver.find(directory))
                .hasMessage(directory + " is not a file, but a directory; name a file in it, such as "
                        + directory.resolve("save.json"));
        assertThatThrownBy(() -> resolver.find(Path.of("")))
                .hasMessage("an empty path is not a file, but a directory; name a file in it, such as save.json");
    }
}
