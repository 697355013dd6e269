package dev.saveschema.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.saveschema.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theModelKnowsNoCompilerAndNoEmitter = noClasses()
            .that()
            .resideInAnyPackage("..model..", "..problem..", "..check..", "..history..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "javax.lang.model..", "javax.annotation.processing..", "com.sun..", "com.palantir.javapoet..");

    @ArchTest
    static final ArchRule packagesDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("entry")
            .definedBy("dev.saveschema.processor")
            .layer("read")
            .definedBy("..read..")
            .layer("check")
            .definedBy("..check..")
            .layer("history")
            .definedBy("..history..")
            .layer("emit")
            .definedBy("..emit..")
            .layer("model")
            .definedBy("..model..")
            .layer("problem")
            .definedBy("..problem..")
            .whereLayer("entry")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("history")
            .mayOnlyBeAccessedByLayers("entry", "emit")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("entry")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("entry", "read", "check", "history", "emit")
            .whereLayer("problem")
            .mayOnlyBeAccessedByLayers("entry", "read", "check", "history", "model");

    @ArchTest
    static final ArchRule onlyTheEmitterSpeaksJavaPoet = noClasses()
            .that()
            .resideOutsideOfPackage("..emit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");
}
