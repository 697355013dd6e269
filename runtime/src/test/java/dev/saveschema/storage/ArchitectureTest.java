package dev.saveschema.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses STORAGE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.saveschema.storage");

    @Test
    void nothingButDiskFileOpsTouchesTheDisk() {
        noClasses()
                .that()
                .haveNameNotMatching(".*\\.DiskFileOps(\\$.*)?")
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
}
