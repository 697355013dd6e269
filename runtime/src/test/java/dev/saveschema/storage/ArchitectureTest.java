package dev.saveschema.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {

    private static final JavaClasses STORAGE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.saveschema.storage");

    private static final String SEAM = "dev.saveschema.storage";
    private static final String DISK = "dev.saveschema.storage.disk";
    private static final String SEAL = "dev.saveschema.storage.seal";
    private static final String LOCK = "dev.saveschema.storage.lock";
    private static final String RECOVERY = "dev.saveschema.storage.recovery";
    private static final String FILE = "dev.saveschema.storage.file";
    private static final String SLOTS = "dev.saveschema.storage.slots";
    private static final String MEDIUM = "dev.saveschema.storage.medium";
    private static final List<String> ROOMS = List.of(SEAM, DISK, SEAL, LOCK, RECOVERY, FILE, SLOTS, MEDIUM);

    @Test
    void nothingButDiskFileOpsAndWhatItCallsTouchesTheDisk() {
        noClasses()
                .that()
                .haveNameNotMatching(
                        ".*\\.(DiskFileOps|OwnerOnlyDisk|AttributeCopy|ChannelOutput|ChannelLockFile|DirectoryTree|RegularFiles)(\\$.*)?")
                .should()
                .accessClassesThat()
                .belongToAnyOf(
                        Files.class,
                        FileChannel.class,
                        File.class,
                        FileInputStream.class,
                        FileOutputStream.class,
                        RandomAccessFile.class)
                .check(STORAGE);
    }

    @ParameterizedTest
    @MethodSource
    void aRoomKnowsOnlyTheRoomsBeforeIt(String room, List<String> known) {
        String[] others = ROOMS.stream()
                .filter(other -> !other.equals(room) && !known.contains(other))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(room)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(STORAGE);
    }

    static Stream<Arguments> aRoomKnowsOnlyTheRoomsBeforeIt() {
        return Stream.of(
                arguments(SEAM, List.of()),
                arguments(DISK, List.of(SEAM)),
                arguments(SEAL, List.of(SEAM)),
                arguments(LOCK, List.of(SEAM, DISK)),
                arguments(RECOVERY, List.of(SEAM, DISK, SEAL)),
                arguments(FILE, List.of(SEAM, DISK, SEAL, LOCK, RECOVERY)),
                arguments(SLOTS, List.of(SEAM, DISK, SEAL, LOCK)),
                arguments(MEDIUM, List.of(SEAM, SEAL)));
    }

    @Test
    void noClassIsOutsideOfTheRooms() {
        classes().should().resideInAnyPackage(ROOMS.toArray(String[]::new)).check(STORAGE);
    }
}
