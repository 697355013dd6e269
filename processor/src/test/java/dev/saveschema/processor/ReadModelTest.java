package dev.saveschema.processor;

import static dev.saveschema.processor.Compiled.compile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.saveschema.processor.emit.SchemaEmitter;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.EnumConstant;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that the reader hands to the emitter. */
class ReadModelTest {

    private static SchemaModel modelOf(String source) {
        List<SchemaModel> models = new ArrayList<>();
        SaveSchemaProcessor watched = new SaveSchemaProcessor((schema, steps, minReader, previous) -> {
            models.add(schema);
            return new SchemaEmitter().emit(schema, steps, minReader, previous);
        });
        compile(List.of(watched), source).succeeds();
        return models.get(0);
    }

    @Test
    void whatIsNotSaidIsAsDocumented() {
        SchemaModel schema = modelOf("@SaveSchema(version = 3) public record PlayerProgress2(List<String> a) {}");
        assertThat(schema.id()).isEqualTo("player-progress2");
        assertThat(List.of(schema.version(), schema.oldest(), schema.unversioned()))
                .containsExactly(3, 1, 1);
        assertThat(schema.surroundings().isPublic()).isTrue();
        assertThat(schema.surroundings().seesGenerated()).isTrue();
        assertThat(schema.root().hasOwnConstructor()).isFalse();
        assertThat(schema.root().components().get(0).since()).isEqualTo(1);
    }

    @Test
    void aRecordInAHiddenClassIsHidden() {
        assertThat(modelOf("class Game { @SaveSchema(version = 1) public record P(List<String> a) {} }")
                        .surroundings()
                        .isPublic())
                .isFalse();
    }

    @Test
    void aConstructorOfOnesOwnIsSeen() {
        for (String constructor : List.of(
                "public P { }",
                "public P(List<String> a, Q q) { this.a = a; this.q = q; }",
                "P(int x) { this(List.of(), null); } public P { }")) {
            assertThat(modelOf("@SaveSchema(version = 1) public record P(List<String> a, Q q) { " + constructor
                                    + " record Q() {} }")
                            .records())
                    .as(constructor)
                    .extracting(RecordModel::hasOwnConstructor)
                    .containsExactly(true, false);
        }
        assertThat(modelOf("@SaveSchema(version = 1) public record P(List<String> a) { P(int x) { this(List.of()); } }")
                        .root()
                        .hasOwnConstructor())
                .isFalse();
    }

    @Test
    void recordsStandInOrderOfFirstMentionAndShareTheNaming() {
        SchemaModel schema = modelOf("""
                @SaveSchema(version = 1, naming = Naming.SNAKE_CASE)
                public record P(B firstOne, List<A> others, B again) {
                  record A(List<String> userID) {}
                  record B(A innerOne, @Name("As-Is") List<String> x) {}
                }
                """);
        assertThat(schema.records())
                .extracting(record -> record.type().nestedName())
                .containsExactly("P", "P.B", "P.A");
        assertThat(schema.records())
                .flatExtracting(RecordModel::components)
                .extracting(Component::jsonName)
                .containsExactly("first_one", "others", "again", "inner_one", "As-Is", "user_id");
    }

    @Test
    void everythingWrittenOnAComponentIsRead() {
        Component component = modelOf("""
                @SaveSchema(version = 4)
                public record P(
                    @Since(2) @RenamedFrom(value = "b", since = 4) @RenamedFrom(value = "a", since = 3)
                    @Alias({"x", "y"}) @Default("ON") Mode mode) {
                  enum Mode { @Name("on") @Alias("yes") ON, OFF }
                }
                """).root().components().get(0);
        assertThat(component.aliases()).containsExactly("x", "y");
        assertThat(List.of(component.jsonNameIn(2), component.jsonNameIn(3), component.jsonNameIn(4)))
                .containsExactly("a", "b", "mode");
        assertThat(((Shape.Enumeration) component.shape()).constants())
                .extracting(EnumConstant::name, EnumConstant::jsonName, EnumConstant::aliases)
                .containsExactly(tuple("ON", "on", List.of("yes")), tuple("OFF", "OFF", List.of()));
    }

    @Test
    void stepsStandInTheOrderTheyAreWritten() {
        SchemaModel schema = modelOf("""
                @SaveSchema(version = 3, migrations = {P.Steps.class, P.class})
                public record P(@Default("1") int a) {
                  @Migration(from = 2, to = 3) static void second(ObjectNode save) {}
                  @Migration(from = 1, to = 2, component = "a") static int first(Old old) { return 1; }
                  record Old(@Default("1") int b) {}
                  static class Steps {
                    @Migration(from = 1, to = 2) static void third(ObjectNode save) {}
                  }
                }
                """);
        assertThat(schema.steps()).extracting(Step::method).containsExactly("second", "first", "third");
        assertThat(schema.steps()).extracting(step -> step.owner().nestedName()).containsExactly("P", "P", "P.Steps");
        assertThat(schema.records())
                .extracting(record -> record.type().nestedName())
                .containsExactly("P", "P.Old");
    }
}
