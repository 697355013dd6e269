package dev.saveschema.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.saveschema.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CLI = "dev.saveschema.cli";

    @ArchTest
    static final ArchRule roomsDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("entry")
            .definedBy(CLI)
            .layer("command")
            .definedBy(CLI + ".command")
            .layer("report")
            .definedBy(CLI + ".report")
            .layer("diff")
            .definedBy(CLI + ".diff")
            .layer("history")
            .definedBy(CLI + ".history")
            .layer("save")
            .definedBy(CLI + ".save")
            .layer("terminal")
            .definedBy(CLI + ".terminal")
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("report")
            .mayOnlyBeAccessedByLayers("command")
            .whereLayer("diff")
            .mayOnlyBeAccessedByLayers("command", "report")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("command", "report")
            .whereLayer("save")
            .mayOnlyBeAccessedByLayers("command", "report", "diff")
            .whereLayer("terminal")
            .mayOnlyBeAccessedByLayers("command", "report", "save");

    @ArchTest
    static final ArchRule onlyWhatIsPublicIsUsedAndOfTheProcessorItsHistory = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.saveschema.autosave..",
                    "dev.saveschema.json..",
                    "dev.saveschema.text..",
                    "dev.saveschema.storage.disk..",
                    "dev.saveschema.storage.file..",
                    "dev.saveschema.storage.lock..",
                    "dev.saveschema.storage.recovery..",
                    "dev.saveschema.storage.seal..",
                    "dev.saveschema.storage.slots..",
                    "dev.saveschema.processor",
                    "dev.saveschema.processor.read..",
                    "dev.saveschema.processor.model..",
                    "dev.saveschema.processor.check..",
                    "dev.saveschema.processor.problem..",
                    "dev.saveschema.processor.emit..");
}
