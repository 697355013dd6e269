package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Emits {@code Migrator}: a method for each step from one version to the next, and for each part that it changes. */
final class MigratorEmitter {

    private final SchemaModel schema;
    private final List<StepPlan> plans;
    private final DefaultWriting defaults;
    private final ReadParts reads;
    private final WriteParts writes;
    private final Identifiers names = new Identifiers();
    private final List<MethodSpec.Builder> methods = new ArrayList<>();

    MigratorEmitter(
            SchemaModel schema, List<StepPlan> plans, DefaultWriting defaults, ReadParts reads, WriteParts writes) {
        this.schema = schema;
        this.plans = plans;
        this.defaults = defaults;
        this.reads = reads;
        this.writes = writes;
    }

    TypeSpec emit() {
        MethodSpec.Builder migrate = MethodSpec.methodBuilder("migrate")
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeNames.MIGRATION, "migration");
        for (StepPlan plan : plans) {
            migrate.addStatement("migration.step($L, Migrator::to$L)", plan.from(), plan.from() + 1);
            step(plan);
        }
        return TypeSpec.classBuilder("Migrator")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Brings documents of $L to version $L$L.\n", older(), schema.version(), pace())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(migrate.build())
                .addMethods(methods.stream().map(MethodSpec.Builder::build).toList())
                .build();
    }

    private String older() {
        return plans.size() == 1
                ? "version " + schema.oldest()
                : "versions %d to %d".formatted(schema.oldest(), schema.version() - 1);
    }

    private String pace() {
        return plans.size() == 1 ? "" : ", one step at a time";
    }

    private void step(StepPlan plan) {
        MethodSpec.Builder method = method("to" + (plan.from() + 1));
        CodeBlock.Builder body = CodeBlock.builder();
        body.add(taken(plan));
        method.addCode(body.isEmpty() ? CodeBlock.of("// nothing changed that a file would show\n") : body.build());
    }

    /** What is declared is for what the older version left: a record of the newer one has all of it. */
    private CodeBlock taken(StepPlan plan) {
        CodeBlock.Builder others = CodeBlock.builder();
        plan.code().stream().filter(code -> !isTyped(code)).forEach(code -> others.addStatement(written(code)));
        others.add(new ChangeCode(plan, defaults, names, this::method).ofDocument());
        Optional<StepPlan.Code> typed =
                plan.code().stream().filter(MigratorEmitter::isTyped).findFirst();
        if (typed.isEmpty()) {
            return others.build();
        }
        CodeBlock.Builder body = CodeBlock.builder().add(aliased(plan));
        return others.isEmpty()
                ? body.addStatement(written(typed.get())).build()
                : body.addStatement("boolean isDone = $L", written(typed.get()))
                        .beginControlFlow("if (!isDone)")
                        .add(others.build())
                        .endControlFlow()
                        .build();
    }

    /** A record of the older version does not know the aliases that the sources have today. */
    private static CodeBlock aliased(StepPlan plan) {
        CodeBlock.Builder calls = CodeBlock.builder();
        String root = plan.after().root().name();
        for (Definition.Member member : plan.after().root().members()) {
            List<String> aliases = plan.aliases(root, member.name());
            if (!aliases.isEmpty() && !plan.isAdded(root, member.name())) {
                CodeBlock names = aliases.stream().map(JavaText::quoted).collect(CodeBlock.joining(", "));
                calls.addStatement("step.named($L, $L)", JavaText.quoted(plan.oldName(root, member.name())), names);
            }
        }
        return calls.build();
    }

    private static boolean isTyped(StepPlan.Code code) {
        return code.step().form() instanceof Step.Form.Typed;
    }

    /** A method without a body yet, listed now, so that it stands above those that it calls. */
    private MethodSpec.Builder method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeNames.MIGRATION_STEP, "step");
        methods.add(method);
        return method;
    }

    private CodeBlock written(StepPlan.Code code) {
        Step step = code.step();
        if (step.form() instanceof Step.Form.Conversion conversion) {
            return conversion(step, conversion, code.member().orElseThrow());
        }
        if (step.form() instanceof Step.Form.Typed typed) {
            return CodeBlock.of(
                    "step.run($S, $L, $L::$N, $L)",
                    step.method(),
                    instance(typed.from()),
                    ShapeTypeName.qualifier(step.owner()),
                    step.method(),
                    instance(typed.to()));
        }
        return CodeBlock.of(
                "step.run($S, $L::$N)", step.method(), ShapeTypeName.qualifier(step.owner()), step.method());
    }

    private CodeBlock instance(ClassRef record) {
        return record.equals(schema.root().type())
                ? CodeBlock.of("INSTANCE")
                : CodeBlock.of("$T.INSTANCE", ClassName.get(record.packageName(), record.schemaName()));
    }

    private CodeBlock conversion(Step step, Step.Form.Conversion conversion, String member) {
        String hint = Identifiers.capitalized(step.method());
        // methods for parts are neighbours in Loader and Saver, but not here
        CodeBlock reader = reads.readOrNull(conversion.from(), hint + "From", "in");
        CodeBlock.Builder call = CodeBlock.builder()
                .add(
                        "step.convert($L, $S, in -> $L, $L::$N, $L",
                        JavaText.quoted(member),
                        step.method(),
                        WriteParts.isSimple(conversion.from()) ? reader : CodeBlock.of("Loader.$L", reader),
                        ShapeTypeName.qualifier(step.owner()),
                        step.method(),
                        writes.asFunction(conversion.to(), hint + "To"));
        aliases(conversion).forEach(alias -> call.add(", $L", JavaText.quoted(alias)));
        return call.add(")").build();
    }

    /** An alias is accepted in every version. */
    private List<String> aliases(Step.Form.Conversion conversion) {
        return schema.root().components().stream()
                .filter(component -> component.name().equals(conversion.component()))
                .flatMap(component -> component.aliases().stream())
                .toList();
    }
}
