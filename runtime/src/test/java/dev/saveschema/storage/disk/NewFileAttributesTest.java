package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.storage.JavaProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The models that are copied with all their attributes, and the people for whom a file is that another group gets or that is shared. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no modes there")
class NewFileAttributesTest {

    private static final long LARGEST_COPY = 64 << 20;
    private static final int ANOTHER_GROUP = 65533;
    private static final int ANOTHER_USER = 65534;

    private final DiskFileOps disk = new DiskFileOps();

    @TempDir
    Path directory;

    private Path model;

    @BeforeEach
    void model() throws IOException {
        model = Files.writeString(directory.resolve("model"), "content");
    }

    @ParameterizedTest
    @CsvSource({
        "rw-rw-rw-, rw-rw-rw-",
        "rw-r--r--, rw-r--r--",
        "rw-rw-r--, rw-r--r--",
        "rw-r-----, rw-------",
        "rw-rw----, rw-------",
        "rwxrwx--x, rwx--x--x",
        "rwxr-x---, rwx------",
        "rw----r--, rw----r--"
    })
    void anotherGroupMayDoNoMoreThanEverybody(String mode, String forAnotherGroup) {
        AttributeCopy.Owner owner = new AttributeCopy.Owner(1, 2, PosixFilePermissions.fromString(mode), 1, 0);
        assertThat(PosixFilePermissions.toString(owner.permissionsForAnotherGroup()))
                .isEqualTo(forAnotherGroup);
    }

    private void tagModel() throws IOException {
        boolean possible = Files.getFileStore(model).supportsFileAttributeView(UserDefinedFileAttributeView.class);
        if (!possible) {
            System.out.println("Skipped: this file system has no extended attributes");
        }
        assumeTrue(possible, "the file system has extended attributes");
        Files.setAttribute(model, "user:tag", "keep".getBytes(UTF_8));
    }

    /** Creates a file like the model, and answers whether it has the model's extended attributes. */
    private boolean createsTagged(String name) throws IOException {
        Path file = directory.resolve(name);
        disk.create(file, Optional.of(model)).close();
        assertThat(file).isEmptyFile();
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(model));
        return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class)
                .list()
                .contains("tag");
    }

    @Test
    void modelThatIsNotTooLargeIsCopiedAndALargerOneGivesItsModeOnly() throws IOException {
        tagModel();
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-r--r--"));
        try (FileChannel sparse = FileChannel.open(model, WRITE)) {
            sparse.write(ByteBuffer.wrap(new byte[1]), LARGEST_COPY - 1);
            assertThat(createsTagged("copied")).isTrue();
            sparse.write(ByteBuffer.wrap(new byte[1]), LARGEST_COPY);
            assertThat(createsTagged("created")).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, true", "rw-rw----, false"})
    void modelOfAnotherGroupIsCopiedUnlessTheGroupOfNewFilesWouldHaveTheCopyForAMoment(String mode, boolean copied)
            throws IOException {
        assumeRoot();
        tagModel();
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString(mode));
        Files.setAttribute(model, "unix:gid", ANOTHER_GROUP);
        assertThat(createsTagged("file")).isEqualTo(copied);
        assertThat(Files.getAttribute(directory.resolve("file"), "unix:gid")).isEqualTo(ANOTHER_GROUP);
    }

    private static Object[] ownership(Path file) throws IOException {
        return new Object[] {
            Files.getAttribute(file, "unix:uid"),
            Files.getAttribute(file, "unix:gid"),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
        };
    }

    @Test
    void sharedFileIsForThePeopleOfTheModelAndHoldsWhatItHeld() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "other");
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-rw----"));
        disk.matchOwner(model, file);
        assertThat(ownership(file)).containsExactly(ownership(model));
        assertThat(file).hasContent("other");
    }

    @Test
    void sharedFileOfRootsIsGivenToTheOwnerAndTheGroupOfTheModel() throws IOException {
        assumeRoot();
        Path file = Files.createFile(directory.resolve("file"));
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString("rw-rw----"));
        Files.setAttribute(model, "unix:gid", ANOTHER_GROUP);
        Files.setAttribute(model, "unix:uid", ANOTHER_USER);
        disk.matchOwner(model, file);
        assertThat(ownership(file)).containsExactly(ANOTHER_USER, ANOTHER_GROUP, "rw-rw----");
    }

    @Test
    void fileThatIsForThePeopleOfTheModelAlreadyMayHaveASecondName() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Files.createLink(directory.resolve("second"), file);
        Files.setPosixFilePermissions(file, Files.getPosixFilePermissions(model));
        assertThatCode(() -> disk.matchOwner(model, file)).doesNotThrowAnyException();
    }

    @Test
    void fileThatCannotBeGivenToTheOwnerOfTheModelIsNotSharedWithHim() throws Exception {
        assumeRoot();
        Path file = Files.createFile(directory.resolve("file"));
        Files.setAttribute(model, "unix:uid", ANOTHER_USER);
        try (Immutable held = Immutable.make(file)) {
            assumeTrue(held.isImmutable(), "chattr makes files immutable");
            assertThatThrownBy(() -> disk.matchOwner(model, file)).isInstanceOf(AccessDeniedException.class);
        }
    }

    /** Makes a directory like another one. */
    static final class Making {

        private Making() {}

        public static void main(String[] arguments) throws IOException {
            new DiskFileOps().createDirectoryLike(Path.of(arguments[0]), Path.of(arguments[1]));
            System.out.println("made");
        }
    }

    @Test
    void directoryOfAnotherUsersIsCopiedForTheGroupThatSharesIt() throws Exception {
        assumeRoot();
        Path shared = Files.createDirectory(directory.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));
        Files.setAttribute(shared, "unix:gid", ANOTHER_GROUP);
        Files.setAttribute(directory, "unix:uid", ANOTHER_USER);
        List<String> asAMemberOfTheGroup =
                List.of("setpriv", "--reuid=" + ANOTHER_USER, "--regid=" + ANOTHER_USER, "--groups=" + ANOTHER_GROUP);
        Path copy = directory.resolve("copy");
        try (JavaProcess program =
                JavaProcess.start(asAMemberOfTheGroup, Making.class, shared.toString(), copy.toString())) {
            assumeTrue(program.output().readLine() != null, "another user can read these classes");
        }
        assertThat(ownership(copy)).containsExactly(ANOTHER_USER, ANOTHER_GROUP, "rwxrwx---");
    }

    private void assumeRoot() throws IOException {
        boolean isRoot = Integer.valueOf(0).equals(Files.getAttribute(model, "unix:uid"));
        if (!isRoot) {
            System.out.println("Skipped: only root gives files to others");
        }
        assumeTrue(isRoot, "only root gives files away");
    }
}
