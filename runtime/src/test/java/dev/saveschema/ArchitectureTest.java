package dev.saveschema;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.saveschema.codec.DocumentInput;
import dev.saveschema.codec.DocumentOutput;
import dev.saveschema.codec.StoredSeal;
import dev.saveschema.codec.StoredVersion;
import dev.saveschema.text.Excerpt;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.ObjectMapper;

/** The dependencies that are allowed between packages. */
class ArchitectureTest {

    private static final String ROOT = "dev.saveschema";
    private static final String TEXT = "dev.saveschema.text";
    private static final String JSON = "dev.saveschema.json";
    private static final String TREE = "dev.saveschema.tree";
    private static final String LIMIT = "dev.saveschema.codec.limit";
    private static final String CODEC = "dev.saveschema.codec";
    private static final String DOCUMENT = "dev.saveschema.document";
    private static final String MIGRATION = "dev.saveschema.migration";
    private static final String AUTOSAVE = "dev.saveschema.autosave";

    /** The values that every package may use: they depend on no package themselves. */
    private static final DescribedPredicate<JavaClass> VALUE = belongToAnyOf(
            Envelope.class,
            LoadLimits.class,
            MigratedStep.class,
            Reason.class,
            Repair.class,
            UnusableDefaultsException.class,
            ValueCodec.class);

    private static final DescribedPredicate<JavaClass> OURS = resideInAPackage("dev.saveschema..");

    private static final JavaClasses RUNTIME =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.saveschema");

    /** Each by its whole name: a pattern that is a little wrong matches nothing, and guards nothing. */
    private static final String[] STORAGE = {
        "dev.saveschema.storage",
        "dev.saveschema.storage.disk",
        "dev.saveschema.storage.seal",
        "dev.saveschema.storage.lock",
        "dev.saveschema.storage.recovery",
        "dev.saveschema.storage.file",
        "dev.saveschema.storage.slots",
        "dev.saveschema.storage.medium"
    };

    @Test
    void textKnowsNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(TEXT)
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAPackage(TEXT))))
                .check(RUNTIME);
    }

    @Test
    void jsonKnowsTextAndNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(JSON)
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAnyPackage(JSON, TEXT))))
                .check(RUNTIME);
    }

    @Test
    void aTreeKnowsBytesAndNothingOfValues() {
        noClasses()
                .that()
                .resideInAPackage(TREE)
                .should()
                .dependOnClassesThat(
                        OURS.and(not(resideInAnyPackage(TREE, JSON, TEXT).or(VALUE))))
                .check(RUNTIME);
    }

    @Test
    void aLimitKnowsNothingElseOfOurs() {
        noClasses()
                .that()
                .resideInAPackage(LIMIT)
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAPackage(LIMIT))))
                .check(RUNTIME);
    }

    @Test
    void theCodecKnowsBytesAndTreesAndNothingOfDocumentsOrMigrations() {
        noClasses()
                .that()
                .resideInAPackage(CODEC)
                .should()
                .dependOnClassesThat(OURS.and(
                        not(resideInAnyPackage(CODEC, LIMIT, TREE, JSON, TEXT).or(VALUE))))
                .check(RUNTIME);
    }

    @Test
    void aDocumentKnowsTheCodecAndNothingOfMigrations() {
        noClasses()
                .that()
                .resideInAPackage(DOCUMENT)
                .should()
                .dependOnClassesThat(OURS.and(not(
                        resideInAnyPackage(DOCUMENT, CODEC, TREE, JSON, TEXT).or(VALUE))))
                .check(RUNTIME);
    }

    /** These four classes are public only because the documents are a room of their own. */
    @Test
    void ofTheRoomsOnlyThatOfDocumentsKnowsWhatIsAroundTheValues() {
        noClasses()
                .that()
                .resideOutsideOfPackages(CODEC, DOCUMENT)
                .should()
                .dependOnClassesThat(
                        belongToAnyOf(DocumentInput.class, DocumentOutput.class, StoredSeal.class, StoredVersion.class))
                .check(RUNTIME);
    }

    @Test
    void aMigrationKnowsDocumentsAndNothingOfBytesOrSchemas() {
        noClasses()
                .that()
                .resideInAPackage(MIGRATION)
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAnyPackage(MIGRATION, DOCUMENT, CODEC, TREE, TEXT)
                        .or(VALUE))))
                .check(RUNTIME);
    }

    /** A value that every room may speak of would close a circle with the room that it speaks of. */
    @Test
    void theValuesKnowNoRoom() {
        noClasses()
                .that(VALUE)
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAPackage(ROOT))))
                .check(RUNTIME);
    }

    @Test
    void noRoomIsPartOfACircle() {
        slices().matching("dev.saveschema.(*)..").should().beFreeOfCycles().check(RUNTIME);
    }

    /** Only a few classes of the root package use the other packages: those that applications call. The others are values. */
    @Test
    void fewOfTheRootKnowTheRooms() {
        noClasses()
                .that()
                .resideInAPackage(ROOT)
                .and(not(belongToAnyOf(
                        SaveStore.class,
                        SaveSession.class,
                        StoreCopies.class,
                        StoreOptions.class,
                        Loaded.class,
                        Schema.class,
                        SchemaContent.class,
                        LoadResults.class,
                        OutgoingDocument.class,
                        SaveFormat.class,
                        SaveSeal.class,
                        SaveView.class,
                        AutoSave.class,
                        StoreTarget.class)))
                .should()
                .dependOnClassesThat(OURS.and(not(resideInAPackage(ROOT))))
                .check(RUNTIME);
    }

    @Test
    void anAutosaveKnowsNeitherSchemasNorFiles() {
        noClasses()
                .that()
                .resideInAPackage(AUTOSAVE)
                .should()
                .dependOnClassesThat(OURS.and(
                        not(resideInAPackage(AUTOSAVE).or(belongToAnyOf(SaveReceipt.class, SaveStatus.class)))))
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.file..")
                .check(RUNTIME);
    }

    /** A message that repeats the text of a lock file makes it harmless as every other message does. */
    @Test
    void storageKnowsBytesAndNothingOfWhatTheyMean() {
        noClasses()
                .that()
                .resideInAnyPackage(STORAGE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(TEXT, JSON, TREE, LIMIT, CODEC, DOCUMENT, MIGRATION, "tools.jackson..")
                                .and(not(belongToAnyOf(Excerpt.class))))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Schema.class)
                .check(RUNTIME);
    }

    @Test
    void ofTheRoomsOfStorageOnlyTheSeamTheFileAndTheSlotsAreKnownOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackages(STORAGE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.saveschema.storage.disk",
                        "dev.saveschema.storage.seal",
                        "dev.saveschema.storage.lock",
                        "dev.saveschema.storage.recovery")
                .check(RUNTIME);
    }

    /** Bytes are read and written by our own code, whatever Jackson is found; of Jackson there are trees, in few places. */
    @Test
    void ofJacksonThereAreOnlyTrees() {
        noClasses()
                .that(not(belongToAnyOf(Envelope.class, Schema.class, ValueCodec.class)))
                .and()
                .resideOutsideOfPackages(TREE, CODEC, DOCUMENT, MIGRATION, "dev.saveschema.testing")
                .and()
                .doNotHaveFullyQualifiedName("dev.saveschema.json.Decimals")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("tools.jackson..")
                .check(RUNTIME);
        noClasses()
                .that()
                .resideInAnyPackage(TREE, CODEC, DOCUMENT, MIGRATION)
                .should()
                .dependOnClassesThat(resideInAPackage("tools.jackson..")
                        .and(not(resideInAnyPackage("tools.jackson.databind", "tools.jackson.databind.node"))
                                .or(assignableTo(ObjectMapper.class)))
                        .and(not(type(JsonParser.NumberType.class)))) // by which a node says what number it is
                .check(RUNTIME);
    }

    /** The nearest double and the shortest text are two algorithms that others keep well. */
    @Test
    void ofJacksonsStreamingThereIsOnlyTheArithmeticOfDecimals() {
        classes()
                .that()
                .haveFullyQualifiedName("dev.saveschema.json.Decimals")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang", JSON, "tools.jackson.core.io", "org.jspecify.annotations")
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
