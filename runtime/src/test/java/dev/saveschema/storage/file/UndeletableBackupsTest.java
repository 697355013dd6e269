package dev.saveschema.storage.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveReceipt;
import dev.saveschema.storage.disk.DiskThatRefuses;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file under a backup's name that cannot be deleted stops no save, whatever it is. */
class UndeletableBackupsTest {

    @TempDir
    Path directory;

    private Saves saves;

    @BeforeEach
    void saves() throws IOException {
        saves = new Saves(directory.toRealPath());
    }

    @ParameterizedTest
    @CsvSource({
        "bak1, NEWER, delete",
        "bak1, EDITED, delete",
        "bak1, ROTTEN, delete",
        "bak2, NEWER, delete",
        "bak2, EDITED, delete",
        "bak2, ROTTEN, delete",
        "bak1, NEWER, both",
        "bak1, EDITED, both",
        "bak1, ROTTEN, both",
        "bak2, NEWER, both",
        "bak2, EDITED, both",
        "bak2, ROTTEN, both",
        "bak2, SEALED, both"
    })
    void fileUnderABackupsNameStopsNoSave(String name, String kind, String refused) throws Exception {
        saves.hold("one", "two", "three");
        Path backup = directory.toRealPath().resolve("progress.json." + name);
        String was = Files.readString(backup);
        byte[] bytes = switch (kind) {
            case "NEWER" -> "{\"word\": \"future\", \"$save\": {\"v\": 3, \"gen\": 9}}\n".getBytes(UTF_8);
            case "EDITED" -> "{\"word\": \"own\"}".getBytes(UTF_8);
            case "SEALED" -> was.getBytes(UTF_8);
            default -> was.replace("word", "wprd").getBytes(UTF_8);
        };
        Files.write(backup, bytes);
        DiskThatRefuses disk = new DiskThatRefuses(
                (call, path) ->
                        (call.equals("delete") || refused.equals("both") && call.equals("move")) && path.equals(backup),
                path -> new AccessDeniedException(path.toString()));
        for (int round = 0; round < 3; round++) {
            saves.edit("{\"word\": \"before%s\"}".formatted(round));
            try (FileStorage storage = saves.open(disk)) {
                storage.load(Saves.READER);
                for (int i = 0; i < 3; i++) {
                    SaveReceipt receipt = storage.save(Saves.request("word" + round + i));
                    assertThat(Saves.wordIn(saves.live())).isEqualTo("word" + round + i);
                    assertThat(receipt.backupSkipped().isPresent() || i == 0 || name.equals("bak2"))
                            .isTrue();
                }
            }
            assertThat(saves.kept("{\"word\": \"before%s\"}".formatted(round))).isTrue();
        }
        assertThat(saves.kept(new String(bytes, UTF_8)) || kind.equals("SEALED"))
                .isTrue();
        assertThat(saves.quarantine("corrupt").size()
                        + saves.quarantine("newer").size())
                .isLessThanOrEqualTo(1);
        assertThat(saves.temps()).isEmpty();
    }
}
