package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits {@code Migrator}: a method for each step from one version to the next, and for each nested record that it changes. */
final class MigratorEmitter {

    private final SchemaModel schema;
    private final LoaderNames loaderNames;
    private final Defaults defaults;
    private final ReadParts reads;
    private final WriteParts writes;
    private final Identifiers names = new Identifiers();
    private final List<MethodSpec> methods = new ArrayList<>();

    MigratorEmitter(
            SchemaModel schema, LoaderNames loaderNames, Defaults defaults, ReadParts reads, WriteParts writes) {
        this.schema = schema;
        this.loaderNames = loaderNames;
        this.defaults = defaults;
        this.reads = reads;
        this.writes = writes;
    }

    TypeSpec emit() {
        MethodSpec.Builder migrate = MethodSpec.methodBuilder("migrate")
                .addModifiers(Modifier.STATIC)
                .addParameter(RuntimeNames.MIGRATION, "migration");
        for (int from = schema.oldest(); from < schema.version(); from++) {
            migrate.addStatement("migration.step($L, Migrator::to$L)", from, from + 1);
            step(from);
        }
        return TypeSpec.classBuilder("Migrator")
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "Brings documents of versions $L to $L to version $L, one step at a time.\n",
                        schema.oldest(),
                        schema.version() - 1,
                        schema.version())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(migrate.build())
                .addMethods(methods)
                .build();
    }

    private void step(int from) {
        CodeBlock.Builder body = CodeBlock.builder();
        for (Step step : schema.steps()) {
            if (step.from() == from) {
                body.addStatement(written(step));
            }
        }
        body.add(declared(schema.root(), from + 1));
        method("to" + (from + 1), body.build());
    }

    private void method(String name, CodeBlock body) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeNames.MIGRATION_STEP, "step")
                .addCode(body.isEmpty() ? CodeBlock.of("// nothing changed that a file would show\n") : body);
        methods.add(method.build());
    }

    private CodeBlock written(Step step) {
        if (step.form() instanceof Step.Form.Conversion conversion) {
            return conversion(step, conversion);
        }
        return CodeBlock.of("step.run($S, $T::$N)", step.method(), JavaTypes.of(step.owner()), step.method());
    }

    private CodeBlock conversion(Step step, Step.Form.Conversion conversion) {
        String hint = Identifiers.capitalized(step.method());
        CodeBlock reader = reads.readOrNull(conversion.from(), hint + "From", "in");
        return CodeBlock.of(
                "step.convert($S, $S, in -> $L, $T::$N, $L)",
                nameIn(conversion.component(), step.from()),
                step.method(),
                qualified(conversion.from(), reader, "Loader"),
                JavaTypes.of(step.owner()),
                step.method(),
                writes.asFunction(conversion.to(), hint + "To"));
    }

    // Methods for parts are neighbours in Loader and Saver, but not here.
    private static CodeBlock qualified(Shape shape, CodeBlock call, String part) {
        return WriteParts.isSimple(shape) ? call : CodeBlock.of("$L.$L", part, call);
    }

    /** A component's name in the file of a version; a name that no component has belongs to a removed one. */
    private String nameIn(String component, int version) {
        return schema.root().components().stream()
                .filter(candidate -> candidate.name().equals(component))
                .findFirst()
                .map(found -> found.jsonNameIn(version))
                .orElse(component);
    }

    /** What the annotations of a record, and of the records in it, say of a version. */
    private CodeBlock declared(RecordModel record, int version) {
        CodeBlock.Builder body = CodeBlock.builder();
        for (Component component : record.components()) {
            for (Rename rename : component.renames()) {
                if (rename.since() == version) {
                    body.addStatement("step.renamed($S, $S)", rename.from(), component.jsonNameIn(version));
                }
            }
        }
        for (Removal removal : record.removals()) {
            if (removal.since() == version) {
                body.addStatement("step.removed($S)", removal.name());
            }
        }
        for (Component component : record.components()) {
            if (component.since() == version) {
                body.addStatement(
                        "step.added($S, out -> $L)", component.jsonNameIn(version), writtenDefault(component, record));
            } else if (component.since() < version) {
                body.add(inside(component, version));
            }
        }
        return body.build();
    }

    private CodeBlock writtenDefault(Component component, RecordModel record) {
        CodeBlock value = defaults.code(component, record.type());
        if (component.shape() instanceof Shape.Nested nested) {
            CodeBlock made = Defaults.isDeclared(component) ? value : CodeBlock.of("Loader.$L", value);
            return CodeBlock.of("$L(out, $L)", writes.qualifiedMethod(nested), made);
        }
        String hint = loaderNames.hint(record, component) + "Added";
        return qualified(component.shape(), writes.write(component.shape(), CodeBlock.of("out"), value, hint), "Saver");
    }

    /** The changes of records that are reached through a component, if there are any. */
    private CodeBlock inside(Component component, int version) {
        List<String> descents = new ArrayList<>();
        Shape shape = component.shape();
        while (!(shape instanceof Shape.Nested)) {
            if (shape instanceof Shape.OptionalOf optional) {
                shape = optional.of();
            } else if (shape instanceof Shape.Sequence sequence) {
                descents.add("ELEMENTS");
                shape = sequence.element();
            } else if (shape instanceof Shape.Mapping mapping) {
                descents.add("VALUES");
                shape = mapping.value();
            } else {
                return CodeBlock.of("");
            }
        }
        RecordModel record = schema.record(((Shape.Nested) shape).type());
        CodeBlock changes = declared(record, version);
        if (changes.isEmpty()) {
            return CodeBlock.of("");
        }
        String method = nestedStep(record, version, changes);
        CodeBlock.Builder call =
                CodeBlock.builder().add("step.inside($S, Migrator::$N", component.jsonNameIn(version), method);
        descents.forEach(descent -> call.add(", $T.$L", RuntimeNames.MIGRATION_STEP.nestedClass("Descent"), descent));
        return CodeBlock.builder().addStatement(call.add(")").build()).build();
    }

    /** The method that changes a nested record, wherever it is. */
    private String nestedStep(RecordModel record, int version, CodeBlock changes) {
        return names.of("step " + record.type() + version, () -> {
            String name = Identifiers.uncapitalized(record.type().simpleName()) + "To" + version;
            method(name, changes);
            return name;
        });
    }
}
