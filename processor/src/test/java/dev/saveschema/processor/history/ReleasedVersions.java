package dev.saveschema.processor.history;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The base of tests that begin with an empty history, with the sources that most of them release first. */
public abstract class ReleasedVersions {

    protected static final String PROFILE_V1 = """
            @SaveSchema(version = 1)
            public record Profile(
                @Default("0") int gold,
                @Default("?") @Size(max = 24) String nick,
                Inner inner) {
              record Inner(@Default("1") int a, @Default("EASY") Mode mode) {}
              enum Mode { EASY, HARD }
            }
            """;
    protected static final String PROFILE_V2 =
            PROFILE_V1.replace("version = 1", "version = 2").replace("int gold", "long gold");

    @TempDir
    protected Path folder;

    protected Releases releases;

    @BeforeEach
    void begin() {
        releases = new Releases(folder);
    }

    protected static String game(int version, String components, String types) {
        return "@SaveSchema(version = %d)\npublic record Game(%s) {\n%s\n}\n".formatted(version, components, types);
    }
}
