package dev.saveschema.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.Fallback;
import dev.saveschema.processor.model.RecordModel;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Shape;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Emits {@code Migrator}: a method for each step from one version to the next, and for each nested record that it changes. */
final class MigratorEmitter {

    private final SchemaModel schema;
    private final LoaderNames loaderNames;
    private final Defaults defaults;
    private final ReadParts reads;
    private final WriteParts writes;
    private final Identifiers names = new Identifiers();
    private final List<MethodSpec.Builder> methods = new ArrayList<>();

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
                .addMethods(methods.stream().map(MethodSpec.Builder::build).toList())
                .build();
    }

    private void step(int from) {
        MethodSpec.Builder method = method("to" + (from + 1));
        CodeBlock.Builder body = CodeBlock.builder();
        for (Step step : schema.steps()) {
            if (step.from() == from) {
                body.addStatement(written(step));
            }
        }
        if (isWithinItself(schema.root()) && isChanged(schema.root(), from + 1)) {
            body.addStatement("$N(step)", nestedStep(schema.root(), from + 1));
        } else {
            body.add(declared(schema.root(), from + 1));
        }
        method.addCode(body.isEmpty() ? CodeBlock.of("// nothing changed that a file would show\n") : body.build());
    }

    /** A method without a body yet, listed now, so that it stands above those that it calls. */
    private MethodSpec.Builder method(String name) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeNames.MIGRATION_STEP, "step");
        methods.add(method);
        return method;
    }

    private CodeBlock written(Step step) {
        if (step.form() instanceof Step.Form.Conversion conversion) {
            return conversion(step, conversion);
        }
        return CodeBlock.of("step.run($S, $T::$N)", step.method(), JavaTypes.of(step.owner()), step.method());
    }

    private CodeBlock conversion(Step step, Step.Form.Conversion conversion) {
        String hint = Identifiers.capitalized(step.method());
        // methods for parts are neighbours in Loader and Saver, but not here
        CodeBlock reader = reads.readOrNull(conversion.from(), hint + "From", "in");
        return CodeBlock.of(
                "step.convert($L, $S, in -> $L, $T::$N, $L)",
                JavaText.quoted(nameIn(conversion.component(), step.from())),
                step.method(),
                WriteParts.isSimple(conversion.from()) ? reader : CodeBlock.of("Loader.$L", reader),
                JavaTypes.of(step.owner()),
                step.method(),
                writes.asFunction(conversion.to(), hint + "To"));
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
                    body.addStatement(
                            "step.renamed($L, $L)",
                            JavaText.quoted(rename.from()),
                            JavaText.quoted(component.jsonNameIn(version)));
                }
            }
        }
        for (Removal removal : record.removals()) {
            if (removal.since() == version) {
                body.addStatement("step.removed($L)", JavaText.quoted(removal.name()));
            }
        }
        for (Component component : record.components()) {
            if (component.since() == version) {
                body.addStatement(
                        "step.added($L, out -> $L)",
                        JavaText.quoted(component.jsonNameIn(version)),
                        writtenDefault(component, record));
            } else if (component.since() < version) {
                body.add(inside(component, version));
            }
        }
        return body.build();
    }

    private CodeBlock writtenDefault(Component component, RecordModel record) {
        CodeBlock value = defaults.code(component, record.type());
        String hint = loaderNames.hint(record, component);
        if (component.shape() instanceof Shape.Nested && !Defaults.isDeclared(component)) {
            return writes.qualifiedCall(component.shape(), CodeBlock.of("Loader.$L", value), hint);
        }
        if (!WriteParts.isSimple(component.shape())) {
            return writes.qualifiedCall(component.shape(), value, hint);
        }
        if (component.fallback() instanceof Fallback.Literal && WriteParts.isNumberOrSuch(component.shape())) {
            return CodeBlock.of("out.write($L)", value);
        }
        return writes.write(component.shape(), CodeBlock.of("out"), value, hint);
    }

    /** The changes of records that are reached through a component, if there are any. */
    private CodeBlock inside(Component component, int version) {
        Optional<RecordModel> record = recordIn(component.shape()).filter(inner -> isChanged(inner, version));
        if (record.isEmpty()) {
            return CodeBlock.of("");
        }
        String method = nestedStep(record.get(), version);
        CodeBlock.Builder call = CodeBlock.builder()
                .add("step.inside($L, Migrator::$N", JavaText.quoted(component.jsonNameIn(version)), method);
        descents(component.shape())
                .forEach(descent -> call.add(", $T.$L", RuntimeNames.MIGRATION_STEP.nestedClass("Descent"), descent));
        return CodeBlock.builder().addStatement(call.add(")").build()).build();
    }

    /** The record that is reached through optionals, collections and maps. */
    private Optional<RecordModel> recordIn(Shape shape) {
        if (shape instanceof Shape.OptionalOf optional) {
            return recordIn(optional.of());
        }
        if (shape instanceof Shape.Sequence sequence) {
            return recordIn(sequence.element());
        }
        if (shape instanceof Shape.Mapping mapping) {
            return recordIn(mapping.value());
        }
        return shape instanceof Shape.Nested nested ? Optional.of(schema.record(nested)) : Optional.empty();
    }

    /** Through what it is reached, from the outside in. */
    private static List<String> descents(Shape shape) {
        List<String> descents = new ArrayList<>();
        while (!(shape instanceof Shape.Nested)) {
            if (shape instanceof Shape.Sequence sequence) {
                descents.add("ELEMENTS");
                shape = sequence.element();
            } else if (shape instanceof Shape.Mapping mapping) {
                descents.add("VALUES");
                shape = mapping.value();
            } else {
                shape = ((Shape.OptionalOf) shape).of();
            }
        }
        return descents;
    }

    /** The method that changes a nested record, wherever it is. */
    private String nestedStep(RecordModel record, int version) {
        String owner = "step " + record.shape() + " " + version;
        boolean known = names.has(owner);
        String name =
                names.of(owner, () -> Identifiers.uncapitalized(JavaTypes.spoken(record.shape())) + "To" + version);
        if (!known) {
            MethodSpec.Builder method = method(name);
            method.addCode(declared(record, version));
        }
        return name;
    }

    /** Whether a record, or one within it, says anything of a version; a record may be within itself. */
    private boolean isChanged(RecordModel record, int version) {
        Set<RecordModel> within = new LinkedHashSet<>();
        collect(record, version, within);
        return within.stream().anyMatch(inner -> saysSomethingOf(version, inner));
    }

    private boolean isWithinItself(RecordModel record) {
        Set<RecordModel> within = new LinkedHashSet<>();
        record.components().stream()
                .flatMap(component -> recordIn(component.shape()).stream())
                .forEach(inner -> collect(inner, Integer.MAX_VALUE, within));
        return within.contains(record);
    }

    private void collect(RecordModel record, int version, Set<RecordModel> within) {
        if (within.add(record)) {
            record.components().stream()
                    .filter(component -> component.since() < version)
                    .flatMap(component -> recordIn(component.shape()).stream())
                    .forEach(inner -> collect(inner, version, within));
        }
    }

    private static boolean saysSomethingOf(int version, RecordModel record) {
        return record.removals().stream().anyMatch(removal -> removal.since() == version)
                || record.components().stream()
                        .anyMatch(component -> component.since() == version
                                || component.renames().stream().anyMatch(rename -> rename.since() == version));
    }
}
