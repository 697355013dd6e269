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
            .resideInAnyPackage(
                    "dev.saveschema.processor.model..",
                    "dev.saveschema.processor.problem",
                    "dev.saveschema.processor.check",
                    "dev.saveschema.processor.history..")
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
            .definedBy("dev.saveschema.processor.read..")
            .layer("check")
            .definedBy("dev.saveschema.processor.check")
            .layer("history")
            .definedBy("dev.saveschema.processor.history..")
            .layer("emit")
            .definedBy("dev.saveschema.processor.emit")
            .layer("model")
            .definedBy("dev.saveschema.processor.model..")
            .layer("problem")
            .definedBy("dev.saveschema.processor.problem")
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
    static final ArchRule theModelKnowsNoLiteral = noClasses()
            .that()
            .resideInAPackage("dev.saveschema.processor.model")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.saveschema.processor.model.literal");

    @ArchTest
    static final ArchRule theViewOfTheCompilerKnowsNoReader = noClasses()
            .that()
            .resideInAPackage("dev.saveschema.processor.read.mirror")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.saveschema.processor.read");

    private static final String HISTORY = "dev.saveschema.processor.history";

    @ArchTest
    static final ArchRule roomsOfTheHistoryDependInOneDirection = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("facade")
            .definedBy(HISTORY)
            .layer("snapshot")
            .definedBy(HISTORY + ".snapshot")
            .layer("file")
            .definedBy(HISTORY + ".file")
            .layer("head")
            .definedBy(HISTORY + ".head")
            .layer("sample")
            .definedBy(HISTORY + ".sample")
            .layer("step")
            .definedBy(HISTORY + ".step")
            .layer("check")
            .definedBy(HISTORY + ".check")
            .layer("typed")
            .definedBy(HISTORY + ".typed")
            .whereLayer("facade")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("typed")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("step")
            .mayOnlyBeAccessedByLayers("facade", "check")
            .whereLayer("head")
            .mayOnlyBeAccessedByLayers("facade", "check", "step")
            .whereLayer("file")
            .mayOnlyBeAccessedByLayers("facade", "check", "step", "typed")
            .whereLayer("sample")
            .mayOnlyBeAccessedByLayers("facade", "typed")
            .whereLayer("snapshot")
            .mayOnlyBeAccessedByLayers("facade", "file", "head", "sample", "step", "check", "typed");

    @ArchTest
    static final ArchRule onlyTheEmitterSpeaksJavaPoet = noClasses()
            .that()
            .resideOutsideOfPackage("dev.saveschema.processor.emit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.palantir.javapoet..");
}
