package dev.saveschema;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

    private static final JavaClasses RUNTIME =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.saveschema");

    @Test
    void storageKnowsBytesAndNothingOfWhatTheyMean() {
        noClasses()
                .that()
                .resideInAPackage("dev.saveschema.storage")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.saveschema.codec", "tools.jackson..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Schema.class)
                .check(RUNTIME);
    }

    /** What stands underneath is a decision that can change; only a codec of a developer's own sees a tree of it. */
    @Test
    void onlyTheCodecKnowsJackson() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.saveschema.codec", "dev.saveschema.testing")
                .and()
                .doNotHaveFullyQualifiedName("dev.saveschema.ValueCodec")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(RUNTIME);
    }

    @Test
    void nothingIsFoundOutAtRunTime() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect", "java.lang.invoke")
                .orShould()
                .callMethod(Class.class, "forName", String.class)
                .orShould()
                .callMethod(Class.class, "forName", String.class, boolean.class, ClassLoader.class)
                .orShould()
                .callMethod(ClassLoader.class, "loadClass", String.class)
                .check(RUNTIME);
    }
}
