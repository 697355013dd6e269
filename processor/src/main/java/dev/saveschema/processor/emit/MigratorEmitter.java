package dev.saveschema.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Emits {@code Migrator}: a method for each step from one version to the next, and a method for each part that a step changes. */
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

    /** The body of a step's method. */
    private CodeBlock taken(StepPlan plan) {
        CodeBlock declared = new ChangeCode(plan, defaults, names, this::method, this::taken).ofDocument();
        List<StepPlan.Code> code = plan.codeOfDocument();
        return code.stream().anyMatch(MigratorEmitter::isTyped)
                ? aliased(plan).toBuilder().add(taken(code, declared)).build()
                : taken(code, declared);
    }

    /**
     * Calls of the developer's methods for an object, followed by the declared changes. If one of the methods makes the newer
     * record itself, and has done so, the rest is left out: such an object needs no further change.
     */
    private CodeBlock taken(List<StepPlan.Code> code, CodeBlock declared) {
        CodeBlock.Builder others = CodeBlock.builder();
        code.stream().filter(each -> !isTyped(each)).forEach(each -> others.addStatement(written(each)));
        others.add(declared);
        Optional<StepPlan.Code> typed =
                code.stream().filter(MigratorEmitter::isTyped).findFirst();
        if (typed.isEmpty()) {
            return others.build();
        }
        return others.isEmpty()
                ? CodeBlock.builder().addStatement(written(typed.get())).build()
                : CodeBlock.builder()
                        .addStatement("boolean isDone = $L", written(typed.get()))
                        .beginControlFlow("if (!isDone)")
                        .add(others.build())
                        .endControlFlow()
                        .build();
    }

    /**
     * Calls that give members their own names where a file has aliases of today's sources: a typed method reads the older version's
     * record, which does not know these aliases.
     */
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

    /** A new method without a body. It is listed at once, so that it stands above the methods that it calls. */
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
            return step.part().isPresent()
                    ? CodeBlock.of(
                            "step.run($S, $L, $L, $L)",
                            step.method(),
                            partReader(step, typed.from()),
                            method(step, "old"),
                            partWriter(step, typed.to()))
                    : CodeBlock.of(
                            "step.run($S, $L, $L, $L)",
                            step.method(),
                            instance(typed.from()),
                            method(step, "old"),
                            instance(typed.to()));
        }
        return CodeBlock.of("step.run($S, $L)", step.method(), method(step, "tree"));
    }

    /**
     * {@code Progress::award}, or a lambda that also passes the original version, {@code old -> Progress.award(old,
     * step.originalVersion())}.
     */
    private static CodeBlock method(Step step, String parameter) {
        CodeBlock owner = ShapeTypeName.qualifier(step.owner());
        return step.asksForOriginal()
                ? CodeBlock.of("$1L -> $2L.$3N($1L, step.originalVersion())", parameter, owner, step.method())
                : CodeBlock.of("$L::$N", owner, step.method());
    }

    /** {@code in -> ProgressV1Schema.Loader.readLevel(in, null)}. */
    private CodeBlock partReader(Step step, ClassRef part) {
        return CodeBlock.of(
                "in -> $T.Loader.$N(in, null)", olderSchema(step.from()), LoaderNames.partReader(part.simpleName()));
    }

    /** {@code ProgressV2Schema.Saver::writeLevel}, or {@code Saver::writeLevel} for a part of the sources. */
    private CodeBlock partWriter(Step step, ClassRef part) {
        return step.part().flatMap(Step.Part::type).isPresent()
                ? writes.asFunction(shape(part), part.simpleName())
                : CodeBlock.of("$T.Saver::$N", olderSchema(step.to()), SaverEmitter.partWriter(part.simpleName()));
    }

    private ClassName olderSchema(int version) {
        ClassRef record = schema.root().type().inVersion(version);
        return ClassName.get(record.packageName(), record.schemaName());
    }

    private Shape shape(ClassRef type) {
        return schema.choices().stream()
                .filter(choice -> choice.type().equals(type))
                .<Shape>map(choice -> choice)
                .findFirst()
                .orElseGet(() -> schema.records().stream()
                        .filter(record -> record.type().equals(type))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(type))
                        .shape());
    }

    private CodeBlock instance(ClassRef record) {
        return record.equals(schema.root().type())
                ? CodeBlock.of("INSTANCE")
                : CodeBlock.of("$T.INSTANCE", ClassName.get(record.packageName(), record.schemaName()));
    }

    private CodeBlock conversion(Step step, Step.Form.Conversion conversion, String member) {
        String hint = Identifiers.capitalized(step.method());
        // in Loader and Saver the methods for parts need no qualifier, but here they do
        CodeBlock reader = reads.readOrNull(conversion.from(), hint + "From", "in");
        CodeBlock.Builder call = CodeBlock.builder()
                .add(
                        "step.convert($L, $S, in -> $L, $L, $L",
                        JavaText.quoted(member),
                        step.method(),
                        WriteParts.isSimple(conversion.from()) ? reader : CodeBlock.of("Loader.$L", reader),
                        method(step, "old"),
                        writes.asFunction(conversion.to(), hint + "To"));
        aliases(conversion).forEach(alias -> call.add(", $L", JavaText.quoted(alias)));
        return call.add(")").build();
    }

    /** The component's aliases: files of every version may have them. */
    private List<String> aliases(Step.Form.Conversion conversion) {
        return schema.root().components().stream()
                .filter(component -> component.name().equals(conversion.component()))
                .flatMap(component -> component.aliases().stream())
                .toList();
    }
}
