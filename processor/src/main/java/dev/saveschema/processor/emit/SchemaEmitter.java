package dev.saveschema.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.saveschema.processor.history.file.MinReader;
import dev.saveschema.processor.history.step.StepPlan;
import dev.saveschema.processor.model.Envelope;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Emits {@code ProgressSchema}: the methods that applications call, and within it {@code Loader}, {@code Migrator} and {@code
 * Saver}, which do the work.
 */
public final class SchemaEmitter {

    private static final String GENERATOR = "dev.saveschema.processor.SaveSchemaProcessor";

    /**
     * The source of the class for a schema without problems.
     *
     * @param steps the steps from each version that is still migrated to the next, in their order
     * @param minReader the oldest programs that can use files of this version
     * @param previous the version before, if a step from record to record leads from it
     */
    public GeneratedSource emit(
            SchemaModel schema, List<StepPlan> steps, MinReader minReader, Optional<SchemaModel> previous) {
        return emit(new Emission(schema, steps, minReader, previous, false));
    }

    /** The source of the class that reads and writes an older version, for migrations. */
    public GeneratedSource emitOlder(SchemaModel older) {
        return emit(new Emission(older, List.of(), MinReader.only(older.version()), Optional.empty(), true));
    }

    private static GeneratedSource emit(Emission emission) {
        return new GeneratedSource(
                emission.name.canonicalName(), SourceLayout.of(emission.file().toString()));
    }

    /** The class of one schema while it is emitted. */
    private static final class Emission {

        private final SchemaModel schema;
        private final List<StepPlan> steps;
        private final MinReader minReader;
        private final Optional<SchemaModel> previous;
        private final boolean isOlder;
        private final TypeName record;
        private final ClassName name;

        private Emission(
                SchemaModel schema,
                List<StepPlan> steps,
                MinReader minReader,
                Optional<SchemaModel> previous,
                boolean isOlder) {
            this.schema = schema;
            this.steps = steps;
            this.minReader = minReader;
            this.previous = previous;
            this.isOlder = isOlder;
            this.record = ShapeTypeName.of(schema.root().type());
            this.name = ClassName.get(
                    schema.root().type().packageName(), schema.root().type().schemaName());
        }

        private JavaFile file() {
            Identifiers names = new Identifiers();
            List.of("VERSION", "INSTANCE", "ENVELOPE").forEach(names::fresh);
            NestedClasses nested = NestedClasses.of(schema, steps, names);
            WitherEmitter withers = new WitherEmitter(schema);
            TypeSpec.Builder type = header().addFields(versionAndInstance())
                    .addFields(envelope())
                    .addFields(nested.constants())
                    .addMethod(MethodSpec.constructorBuilder()
                            .addModifiers(Modifier.PRIVATE)
                            .build());
            if (!isOlder) {
                type.addMethod(defaults(nested.names()))
                        .addMethods(new EntryPoints(record).methods())
                        .addMethods(withers.methods());
            }
            type.addMethods(carriedOver(withers, nested.names()))
                    .addMethods(answers(nested.names()))
                    .addMethods(answerEnvelope())
                    .addMethods(nested.summary().stream()
                            .map(shown -> shown.answer(nested.names()))
                            .toList())
                    .addMethod(read(nested.names()))
                    .addMethod(write(nested.writer()))
                    .addMethod(migrate(nested.migrator().isPresent()))
                    .addType(nested.loader());
            nested.migrator().ifPresent(type::addType);
            type.addType(nested.saver());
            if (!isOlder) {
                type.addTypes(withers.types());
            }
            nested.summary().ifPresent(shown -> type.addType(shown.type()));
            return JavaFile.builder(name.packageName(), type.build())
                    .indent("    ")
                    .skipJavaLangImports(true)
                    .build();
        }

        private List<MethodSpec> carriedOver(WitherEmitter withers, LoaderNames loaderNames) {
            return previous.stream()
                    .map(older -> new CarryOver(older, schema, Optional.of(name), withers::canChange))
                    .flatMap(carryOver -> new CarryOverEmitter(
                                    carryOver,
                                    withers,
                                    record -> CodeBlock.of("Loader.$N()", loaderNames.defaults(record.shape())),
                                    false)
                            .methods().values().stream())
                    .flatMap(List::stream)
                    .toList();
        }

        private TypeSpec.Builder header() {
            Surroundings surroundings = schema.surroundings();
            TypeSpec.Builder type = TypeSpec.classBuilder(name)
                    .addJavadoc(
                            isOlder
                                    ? "Reads and writes {@link $T}, which is version $L.\n\n"
                                            + "<p>Generated by SaveSchema from the schema's history, for migrations.\n"
                                    : "Loads, migrates and saves {@link $T}.\n\n<p>Generated by SaveSchema from version $L "
                                            + "of the record: change that, not this.\n",
                            record,
                            schema.version())
                    .addModifiers(Modifier.FINAL)
                    .addSuperinterface(ParameterizedTypeName.get(RuntimeNames.SCHEMA, record))
                    .alwaysQualify(surroundings.hidden().toArray(String[]::new));
            if (surroundings.isPublic() && !isOlder) {
                type.addModifiers(Modifier.PUBLIC);
            }
            if (surroundings.seesGenerated()) {
                type.addAnnotation(AnnotationSpec.builder(ClassName.get("javax.annotation.processing", "Generated"))
                        .addMember("value", "$S", GENERATOR)
                        .build());
            }
            type.addAnnotation(RuntimeNames.SAVE_SCHEMA_GENERATED);
            // generated code has to use deprecated parts, for as long as they are saved; the developer is warned of the
            // uses that can be avoided
            return surroundings.usesDeprecated()
                    ? type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                            .addMember("value", "{$S, $S}", "deprecation", "removal")
                            .build())
                    : type;
        }

        private List<FieldSpec> versionAndInstance() {
            return List.of(
                    constant(TypeName.INT, "VERSION", CodeBlock.of("$L", schema.version()))
                            .addJavadoc("The version that {@link #INSTANCE} writes.\n")
                            .build(),
                    constant(name, "INSTANCE", CodeBlock.of("new $T()", name))
                            .addJavadoc("The schema; it holds no state.\n")
                            .build());
        }

        // private static final Envelope ENVELOPE = new MemberEnvelope("nbformat");
        private List<FieldSpec> envelope() {
            if (schema.envelope() instanceof Envelope.Member member) {
                return List.of(envelope(
                        CodeBlock.of("new $T($L)", RuntimeNames.MEMBER_ENVELOPE, JavaText.quoted(member.name()))));
            }
            return schema.envelope() instanceof Envelope.Custom custom
                    ? List.of(envelope(CodeBlock.of("new $T()", ShapeTypeName.of(custom.type()))))
                    : List.of();
        }

        private static FieldSpec envelope(CodeBlock value) {
            return FieldSpec.builder(
                            RuntimeNames.ENVELOPE, "ENVELOPE", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .initializer(value)
                    .build();
        }

        private List<MethodSpec> answerEnvelope() {
            return schema.envelope() instanceof Envelope.None
                    ? List.of()
                    : List.of(answer(
                            ParameterizedTypeName.get(ClassName.get(Optional.class), RuntimeNames.ENVELOPE),
                            "envelope",
                            CodeBlock.of("$T.of(ENVELOPE)", Optional.class)));
        }

        private List<MethodSpec> answers(LoaderNames loaderNames) {
            List<MethodSpec> answers = new ArrayList<>();
            answers.add(answer(ClassName.get(String.class), "id", JavaText.quoted(schema.id())));
            answers.add(answer(TypeName.INT, "version", CodeBlock.of("VERSION")));
            if (minReader.reads() < schema.version()) {
                answers.add(answer(TypeName.INT, "reads", CodeBlock.of("$L", minReader.reads())));
            }
            if (minReader.writes() < schema.version()) {
                answers.add(answer(TypeName.INT, "writes", CodeBlock.of("$L", minReader.writes())));
            }
            answers.add(answer(TypeName.INT, "oldestVersion", CodeBlock.of("$L", schema.oldest())));
            answers.add(answer(TypeName.INT, "unversionedVersion", CodeBlock.of("$L", schema.unversioned())));
            answers.add(answer(record, "defaultValue", defaultValue(loaderNames)));
            return answers;
        }

        private MethodSpec read(LoaderNames loaderNames) {
            return overriding("read")
                    .returns(record)
                    .addParameter(RuntimeNames.SAVE_READER, "in")
                    .addStatement(
                            "return Loader.$N(in, null)",
                            loaderNames.reader(schema.root().shape()))
                    .build();
        }

        private MethodSpec write(String writer) {
            return overriding("write")
                    .addParameter(RuntimeNames.SAVE_WRITER, "out")
                    .addParameter(record, "value")
                    .addStatement("Saver.$N(out, value)", writer)
                    .build();
        }

        private static MethodSpec migrate(boolean migrates) {
            return overriding("migrate")
                    .addParameter(RuntimeNames.MIGRATION, "migration")
                    .addCode(
                            migrates
                                    ? CodeBlock.builder()
                                            .addStatement("Migrator.migrate(migration)")
                                            .build()
                                    : CodeBlock.of("// there is no older version\n"))
                    .build();
        }

        private FieldSpec.Builder constant(TypeName type, String constant, CodeBlock value) {
            return FieldSpec.builder(type, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .initializer(value);
        }

        private CodeBlock defaultValue(LoaderNames loaderNames) {
            return isOlder
                    ? CodeBlock.of(
                            "Loader.$N()", loaderNames.defaults(schema.root().shape()))
                    : CodeBlock.of("defaults()");
        }

        private MethodSpec defaults(LoaderNames loaderNames) {
            return MethodSpec.methodBuilder("defaults")
                    .addJavadoc("The value of a user who has no save yet: each component's default.\n")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(record)
                    .addStatement(
                            "return Loader.$N()",
                            loaderNames.defaults(schema.root().shape()))
                    .build();
        }

        private static MethodSpec answer(TypeName type, String method, CodeBlock value) {
            return overriding(method)
                    .returns(type)
                    .addStatement("return $L", value)
                    .build();
        }

        private static MethodSpec.Builder overriding(String method) {
            return MethodSpec.methodBuilder(method)
                    .addAnnotation(Override.class)
                    .addModifiers(Modifier.PUBLIC);
        }
    }
}
