package dev.saveschema.codec;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Generated code, and whoever writes a step, sees of Jackson's types only trees: what a step changes, and what is kept as it is. */
class SignaturesTest {

    private static final DescribedPredicate<JavaClass> HIDDEN = JavaClass.Predicates.resideInAPackage("tools.jackson..")
            .and(DescribedPredicate.not(JavaClass.Predicates.type(JsonNode.class)))
            .and(DescribedPredicate.not(JavaClass.Predicates.type(ObjectNode.class)));

    @Test
    void whatIsPublicSpeaksOfNothingOfJacksonsButTrees() {
        codeUnits()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(new ArchCondition<JavaCodeUnit>("speak of no hidden type") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream())
                                .filter(HIDDEN)
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        unit, unit.getFullName() + " speaks of " + type.getName())));
                    }
                })
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("dev.saveschema"));
    }
}
