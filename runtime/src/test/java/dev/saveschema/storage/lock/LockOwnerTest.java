package dev.saveschema.storage.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The text that says who has a lock. */
class LockOwnerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T19:47:03.5Z");
    private static final String PROCESS = "process " + ProcessHandle.current().pid();

    /** A disk whose {@code /etc/hostname} holds a text. */
    private static ForwardingDisk hostNamed(String name) {
        return new ForwardingDisk() {
            @Override
            public Path realPath(Path file) {
                return file;
            }

            @Override
            public byte[] read(Path file, long maxBytes) {
                assertThat(file).isEqualTo(Path.of("/etc/hostname"));
                return name.getBytes(UTF_8);
            }
        };
    }

    private static String owner(Map<String, String> environment, ForwardingDisk disk) {
        return LockOwner.of(environment, disk, NOW).text();
    }

    @Test
    void hostIsNamedAsTheEnvironmentDoes() {
        ForwardingDisk disk = hostNamed("of the file");
        assertThat(owner(Map.of("HOSTNAME", "ada", "COMPUTERNAME", "BOB"), disk))
                .isEqualTo(PROCESS + " on host ada since 2026-11-22T19:47:03Z");
        assertThat(owner(Map.of("COMPUTERNAME", "BOB"), disk))
                .isEqualTo(PROCESS + " on host BOB since 2026-11-22T19:47:03Z");
    }

    @Test
    void hostThatTheEnvironmentDoesNotNameIsNamedAsTheSystemsFileDoes() {
        assertThat(owner(Map.of(), hostNamed("ada\n"))).isEqualTo(PROCESS + " on host ada since 2026-11-22T19:47:03Z");
        assertThat(owner(Map.of("HOSTNAME", ""), hostNamed("ada\n")))
                .isEqualTo(PROCESS + " on host ada since 2026-11-22T19:47:03Z");
    }

    @Test
    void nameThatWouldDoHarmOnATerminalIsLeftOut() {
        String without = PROCESS + " since 2026-11-22T19:47:03Z";
        assertThat(owner(Map.of(), hostNamed("\u001b[2J"))).isEqualTo(without);
        assertThat(owner(Map.of(), hostNamed("\n"))).isEqualTo(without);
        assertThat(owner(Map.of("HOSTNAME", "a\nb"), hostNamed("\u202e"))).isEqualTo(without);
    }

    @Test
    void hostThatNothingNamesIsLeftOut() {
        ForwardingDisk disk = new ForwardingDisk() {
            @Override
            public Path realPath(Path file) throws IOException {
                throw new NoSuchFileException(file.toString());
            }
        };
        assertThat(owner(Map.of(), disk)).isEqualTo(PROCESS + " since 2026-11-22T19:47:03Z");
    }
}
