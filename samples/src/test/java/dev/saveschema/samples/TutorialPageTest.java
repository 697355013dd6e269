package dev.saveschema.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Walks {@code docs/tutorial.md} from top to bottom in a folder, as its reader does: writes the files that it shows, types its commands,
 * and holds the page to what they print. {@code -Dgolden.update=true} writes that into the page.
 */
class TutorialPageTest {

    private static final Path PAGE = Path.of("../docs/tutorial.md");

    @Test
    void everyCommandPrintsWhatThePageShows() throws Exception {
        Sample folder = Sample.emptyFolder("tutorial");
        Files.copy(Sample.jar("saveschema-all"), folder.file("saveschema-all.jar"));
        String page = Files.readString(PAGE);
        String walked = new Walk(folder).of(page);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, walked);
        }
        assertThat(walked).isEqualTo(Files.readString(PAGE));
    }
}
