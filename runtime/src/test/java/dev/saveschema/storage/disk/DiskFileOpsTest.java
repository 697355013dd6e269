package dev.saveschema.storage.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.saveschema.storage.disk.FileOps.Output;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls themselves: for whom a new file is, and what is no file to be read. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "files have no modes there")
class DiskFileOpsTest {

    private final FileOps disk = new DiskFileOps();

    @TempDir
    Path directory;

    private Path model(String mode) throws IOException {
        Path model = Files.writeString(directory.resolve("model"), "{\"word\": \"secret\"}");
        Files.setPosixFilePermissions(model, PosixFilePermissions.fromString(mode));
        return model;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }

    private static boolean isRoot(Path file) throws IOException {
        return Integer.valueOf(0).equals(Files.getAttribute(file, "unix:uid"));
    }

    private Path create(Path model) throws IOException {
        Path file = directory.resolve("file");
        Output output = disk.create(file, Optional.of(model));
        output.write("new".getBytes(UTF_8));
        output.close();
        return file;
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
        } catch (IOException notInstalled) {
            System.out.println("not run, since it is not installed: " + List.of(command));
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Path fifo(String name) {
        Path fifo = directory.resolve(name);
        assumeTrue(run("mkfifo", fifo.toString()), "mkfifo makes FIFOs");
        return fifo;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rw-r--r--",
                "rw-------",
                "rw-r-----",
                "rw-rw----",
                "rw-rw-r--",
                "rw-rw-rw-",
                "r--r--r--",
                "-w-------"
            })
    void newFileHasTheModeOfTheModelAndNothingOfItsContent(String mode) throws Exception {
        Path file = create(model(mode));
        assertThat(mode(file)).isEqualTo(mode);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(file).hasContent("new");
    }

    @Test
    void newFileHasTheExtendedAttributesOfTheModel() throws Exception {
        Path model = model("rw-r--r--");
        assumeTrue(
                Files.getFileStore(model).supportsFileAttributeView(UserDefinedFileAttributeView.class),
                "the file system has extended attributes");
        Files.setAttribute(model, "user:tag", "keep".getBytes(UTF_8));
        assertThat((byte[]) Files.getAttribute(create(model), "user:tag")).isEqualTo("keep".getBytes(UTF_8));
    }

    @Test
    void newFileHasTheAccessControlListOfTheModelAndItsMaskIsNotTakenForTheMode() throws Exception {
        Path model = model("rw-r--r--");
        assumeTrue(run("setfacl", "-m", "u:65534:rw,g::r", model.toString()), "setfacl sets access control lists");
        Path file = create(model);
        Process getfacl = new ProcessBuilder("getfacl", "-cnp", file.toString()).start();
        assertThat(new String(getfacl.getInputStream().readAllBytes(), UTF_8).strip())
                .isEqualTo("user::rw-\nuser:65534:rw-\ngroup::r--\nmask::rw-\nother::r--");
    }

    @ParameterizedTest
    @CsvSource({"rw-r--r--, rw-r--r--", "rw-rw----, rw-rw----", "r--------, r--------"})
    void newFileOfRootBelongsToWhomTheModelBelongsTo(String mode, String expected) throws Exception {
        Path model = model(mode);
        assumeTrue(isRoot(model), "only root gives files away");
        Files.setAttribute(model, "unix:gid", 65533);
        Files.setAttribute(model, "unix:uid", 65534);
        Path file = create(model);
        assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(65534);
        assertThat(Files.getAttribute(file, "unix:gid")).isEqualTo(65533);
        assertThat(mode(file)).isEqualTo(expected);
    }

    /** Of an ordinary user; whatever its mode, root may write it anyway. */
    @Test
    void fileThatItsOwnerMadeReadOnlyIsWrittenAnewAndStaysReadOnly() throws Exception {
        Path file = model("r--r--r--");
        byte[] content = Files.readAllBytes(file);
        FileOps.Output output = new DiskFileOps().reopen(file, content);
        assertThat(mode(file)).isEqualTo("r--r--r--");
        output.write(content);
        output.close();
        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void newFileForNobodyInParticularIsForItsOwnerAloneIfTheModelIsGone() throws Exception {
        assertThat(mode(create(directory.resolve("gone")))).isEqualTo("rw-------");
    }

    @Test
    void modelThatIsASymbolicLinkIsNotFollowed() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), model("rw-rw-rw-"));
        assertThatThrownBy(() -> create(link)).isInstanceOf(FileSystemException.class);
        assertThat(directory.resolve("file")).doesNotExist();
    }

    @Test
    void newFileReplacesNothingAndFollowsNoLink() throws Exception {
        Path other = Files.writeString(directory.resolve("other"), "other");
        Files.createSymbolicLink(directory.resolve("file"), other);
        Path model = model("rw-rw-rw-");
        String before = mode(other);
        assertThatThrownBy(() -> create(model)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(other).hasContent("other");
        assertThat(mode(other)).isEqualTo(before);
    }

    @Test
    void fileThatIsToBeSharedAndIsALinkOrHasASecondNameStaysAsItIs() throws Exception {
        Path model = model("rw-rw-rw-");
        Path other = Files.writeString(directory.resolve("other"), "other");
        String before = mode(other);
        Path symbolic = Files.createSymbolicLink(directory.resolve("symbolic"), other);
        Path hard = Files.createLink(directory.resolve("hard"), other);
        for (Path link : List.of(symbolic, hard)) {
            assertThatThrownBy(() -> disk.matchOwner(model, link)).isInstanceOf(FileSystemException.class);
            assertThat(mode(other)).isEqualTo(before);
        }
    }

    @Test
    @Timeout(20)
    void fifoIsNotReadAndHoldsNobodyUp() throws Exception {
        Path fifo = fifo("fifo");
        Path copy = directory.resolve("copy");
        assertThatThrownBy(() -> disk.read(fifo, 100)).hasMessage(fifo + ": not a regular file");
        Output output = disk.create(copy, Optional.empty());
        assertThatThrownBy(() -> output.writeAllOf(fifo)).hasMessage(fifo + ": not a regular file");
        assertThatThrownBy(() -> disk.create(directory.resolve("file"), Optional.of(fifo)))
                .hasMessage(fifo + ": not a regular file");
        output.close();
    }

    @Test
    void symbolicLinkIsNeitherReadNorTakenForTheFileItLeadsTo() throws Exception {
        Path file = model("rw-r--r--");
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        Path dangling = Files.createSymbolicLink(directory.resolve("dangling"), directory.resolve("nothing"));
        assertThatThrownBy(() -> disk.read(link, 100)).hasMessage(link + ": not a regular file");
        assertThat(disk.same(link, file)).isFalse();
        assertThat(disk.same(dangling, file)).isFalse();
        assertThat(disk.same(file, file)).isTrue();
    }

    @Test
    void listingHasTheNamesThatAreAskedFor() throws Exception {
        for (int i = 0; i < 100; i++) {
            Files.createFile(directory.resolve("stranger" + i));
        }
        Files.createFile(directory.resolve("ours"));
        assertThat(disk.list(directory, name -> name.equals("ours"))).containsExactly("ours");
    }

    @Test
    void fileOfRootsThatHasASecondNameIsNotGivenAway() throws Exception {
        Path model = model("rw-rw-rw-");
        assumeTrue(isRoot(model), "only root gives files away");
        Files.setAttribute(model, "unix:uid", 65534);
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        Path name = Files.createLink(directory.resolve("name"), secret);
        assertThatThrownBy(() -> disk.matchOwner(model, name)).hasMessageContaining("it has a second name");
        assertThat(Files.getAttribute(secret, "unix:uid")).isEqualTo(0);
    }

    @Test
    @Timeout(20)
    void fifoInPlaceOfADirectoryHoldsNobodyUp() {
        Path fifo = fifo("fifo");
        assertThatThrownBy(() -> disk.list(fifo, name -> true)).isInstanceOf(NotDirectoryException.class);
        assertThatThrownBy(() -> disk.directories(fifo)).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void fileThatCannotBeRemovedIsNamedWithItsDirectory() {
        Path file = directory.resolve("a".repeat(300)); // longer than the system takes
        assertThatThrownBy(() -> disk.deleteAll(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessageStartingWith(file + ": ");
    }

    /** A path may lead through a link that somebody has put there since the look at it. Here it is longer than the system takes. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsInADirectoryIsRemovedThroughThatDirectoryAndByNoPath() throws Exception {
        Path slot = directory.resolve("slot");
        Path outer = Files.createDirectories(slot.resolve(("a".repeat(200) + "/").repeat(15)));
        Path inner = Files.createDirectories(directory.resolve("inner").resolve(("a".repeat(200) + "/").repeat(15)));
        Files.createFile(inner.resolve("save.json"));
        Files.move(directory.resolve("inner"), outer.resolve("inner"));
        disk.deleteAll(slot);
        assertThat(directory).isEmptyDirectory();
    }
}
