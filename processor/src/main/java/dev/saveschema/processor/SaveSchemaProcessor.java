package dev.saveschema.processor;

import com.google.auto.service.AutoService;
import dev.saveschema.processor.check.Checks;
import dev.saveschema.processor.emit.SchemaEmitter;
import dev.saveschema.processor.history.Histories;
import dev.saveschema.processor.history.HistoryOptions;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.model.Spelling;
import dev.saveschema.processor.problem.GenerationProblems;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.IoReason;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.SchemaReading;
import dev.saveschema.processor.read.StrayAnnotations;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import dev.saveschema.processor.read.mirror.UnresolvedException;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Generates for each {@code @SaveSchema} record the class that loads, migrates and saves it. */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"dev.saveschema.annotation.*", "javax.annotation.processing.Generated"})
@SupportedOptions({HistoryOptions.HISTORY, HistoryOptions.LOCK, HistoryOptions.RELEASE})
public final class SaveSchemaProcessor extends AbstractProcessor {

    private static final String SAVE_SCHEMA = "dev.saveschema.annotation.SaveSchema";
    private static final Set<String> GENERATED =
            Set.of("javax.annotation.processing.Generated", "dev.saveschema.annotation.SaveSchemaGenerated");
    private static final String RUNTIME = "dev.saveschema.Schema";
    private static final String RUNTIME_VERSION = "dev.saveschema.RuntimeVersion";

    private final Backend backend;
    private final String version;
    private final SchemaIds ids = new SchemaIds();

    /**
     * The schemas that wait for types that do not exist yet, by the schema's qualified name. The schema's element is not kept,
     * since elements are good for one round only.
     */
    private final Map<String, UnresolvedException> waiting = new LinkedHashMap<>();

    /** The outermost types in the sources. The compiler itself reports a type that one of them names and that does not exist. */
    private final Set<String> sources = new HashSet<>();

    /**
     * The function that locks each schema, by the schema's qualified name. They are called at the end, if no schema has an error.
     */
    private final Map<String, Function<Origin, List<Problem>>> toLock = new LinkedHashMap<>();

    private boolean isRuntimeKnown;
    private CompilerServices services;
    private OlderVersions olderVersions;
    private StrayAnnotations stray;

    /** For the compiler. */
    public SaveSchemaProcessor() {
        this(new SchemaEmitter()::emit);
    }

    SaveSchemaProcessor(Backend backend) {
        this(backend, ProcessorVersion.VERSION);
    }

    SaveSchemaProcessor(Backend backend, String version) {
        this.backend = backend;
        this.version = version;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        services = new CompilerServices(environment);
        olderVersions = new OlderVersions(services, ids);
        stray = new StrayAnnotations(environment.getElementUtils());
        if (JavacTasks.isIn(environment)) {
            LocalRecords.watch(environment);
        }
        services.report(HistoryOptions.withoutEffect(environment.getOptions()));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        services.nextRound();
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> sources.add(nameOf(type)));
        if (round.processingOver()) {
            waiting.forEach(this::reportUnresolved);
            if (!round.errorRaised() && waiting.isEmpty()) {
                stray.problems().forEach(services::report);
                lockAtTheEnd();
            }
        } else {
            round.getElementsAnnotatedWithAny(ofTheSources(annotations)).forEach(stray::remember);
            List<TypeElement> schemas = schemas(annotations, round);
            schemas.forEach(this::rememberId);
            schemas.forEach(this::processSafely);
        }
        // The annotations are claimed, and javax.annotation.processing.Generated of the generated code with them:
        // -Xlint:processing warns of annotations that no processor claims.
        return true;
    }

    /** The annotations that developers write. The other two mark generated classes, on which there is none of those. */
    private static TypeElement[] ofTheSources(Set<? extends TypeElement> annotations) {
        return annotations.stream()
                .filter(annotation ->
                        !GENERATED.contains(annotation.getQualifiedName().toString()))
                .toArray(TypeElement[]::new);
    }

    private List<TypeElement> schemas(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<TypeElement> schemas = new ArrayList<>();
        for (String name : waiting.keySet()) {
            schemas.add(services.type(name));
        }
        waiting.clear();
        for (TypeElement annotation : annotations) {
            if (annotation.getQualifiedName().contentEquals(SAVE_SCHEMA)) {
                schemas.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
            }
        }
        return schemas;
    }

    /**
     * Remembers the id. It is called for all schemas of a round before the first is processed, since each id is compared with the
     * others.
     */
    private void rememberId(TypeElement type) {
        try {
            ids.remember(services.reader().idOf(type), type);
            stray.rememberSchema(type);
        } catch (UnresolvedException e) {
            // The schema names a type that does not exist yet: processSafely, which meets the same, lets the schema
            // wait for a later round.
        }
    }

    private void processSafely(TypeElement type) {
        try {
            process(type);
        } catch (UnresolvedException e) {
            waiting.put(nameOf(type), e);
        } catch (IOException e) {
            services.report(type, GenerationProblems.cannotWrite(at(type), nameOf(type), IoReason.of(e)));
        } catch (InvalidPathException e) {
            services.report(type, HistoryProblems.unreadable(at(type), e.getInput(), e.getReason()));
        } catch (RuntimeException | AssertionError e) {
            services.report(type, GenerationProblems.bug(at(type), nameOf(type), e));
        }
    }

    /** Reports a type that is missing and that only a class file names. The compiler itself reports those that the sources name. */
    private void reportUnresolved(String schema, UnresolvedException unresolved) {
        Optional<String> elsewhere = unresolved
                .where()
                .filter(type -> !sources.contains(nameOf(outermost(type))))
                .map(SaveSchemaProcessor::nameOf);
        if (elsewhere.isPresent()) {
            TypeElement type = services.type(schema);
            services.report(type, TypeProblems.missingClass(at(type), schema, elsewhere.get(), unresolved.what()));
        }
    }

    private void process(TypeElement type) throws IOException {
        if (type.getKind() == ElementKind.RECORD && !olderVersions.write(type)) {
            return;
        }
        if (!services.exists(RUNTIME)) {
            services.report(type, GenerationProblems.noRuntime(at(type), nameOf(type)));
            return;
        }
        lookAtRuntime(type);
        SchemaReading reading = services.reader().read(type);
        List<Problem> problems = new ArrayList<>(reading.problems());
        Histories histories = services.histories();
        reading.schema()
                .map(schema -> Checks.check(schema, (version, member) -> histories.had(schema.id(), version, member)))
                .ifPresent(problems::addAll);
        reading.schema()
                .map(schema -> new LibraryParts(schema, sources::contains))
                .ifPresent(parts -> problems.replaceAll(parts::placed));
        if (services.report(type, problems)) {
            return;
        }
        SchemaModel schema = reading.schema().orElseThrow();
        Histories.Verdict verdict =
                histories.examine(schema, services.reader().documentation(schema), id -> isInUse(id, type));
        if (services.report(type, problemsOfHistory(schema, verdict, type))) {
            return;
        }
        services.write(
                backend.emit(schema, verdict.steps(), verdict.older().minReader(), olderVersions.before(schema)), type);
        // The head's snapshot, in the jar, for tools and tests.
        services.writeResource("META-INF/saveschema/" + schema.id() + ".schema.json", verdict.headText(), type);
        toLock.put(nameOf(type), at -> histories.lock(at, schema, verdict));
    }

    /**
     * Compares the versions of runtime and processor at the first schema only: a different version is one mistake, however many
     * schemas there are.
     */
    private void lookAtRuntime(TypeElement type) {
        if (!isRuntimeKnown) {
            isRuntimeKnown = true;
            services.constant(RUNTIME_VERSION, "VERSION")
                    .filter(runtime -> !runtime.equals(version))
                    .ifPresent(runtime ->
                            services.report(type, GenerationProblems.otherRuntime(at(type), runtime, version)));
        }
    }

    /** Another compiler than javac does not say how the compilation goes on; there nothing is waited for. */
    private void lockAtTheEnd() {
        if (JavacTasks.isIn(processingEnv)) {
            AfterCompilation.run(processingEnv, this::lock);
        } else {
            lock();
        }
    }

    /**
     * Locks all schemas. It is called when no schema has a problem: a part that several schemas share may have to change to mend
     * one of them.
     */
    private void lock() {
        toLock.forEach((name, lock) -> {
            TypeElement type = services.type(name);
            services.report(type, lock.apply(services.reader().versionOrigin(type)));
        });
    }

    private boolean isInUse(String id, TypeElement type) {
        return ids.isInUse(id, services.packageOf(type), services.reader());
    }

    private List<Problem> problemsOfHistory(SchemaModel schema, Histories.Verdict verdict, TypeElement type) {
        List<Problem> problems = new ArrayList<>();
        ids.earlierOwner(schema.id(), type)
                .ifPresent(owner -> problems.add(HistoryProblems.duplicateId(
                        schema.idOrigin(), nameOf(type), owner, schema.id(), freeId(schema, type))));
        problems.addAll(verdict.problems());
        return problems;
    }

    /**
     * An id that no other schema has, for a message: the record's name, else with the name of the type or package around the record
     * in front, {@code game-profile}.
     */
    private String freeId(SchemaModel schema, TypeElement type) {
        String own = Spelling.KEBAB_CASE.of(schema.root().type().simpleName());
        Element enclosing = Objects.requireNonNull(type.getEnclosingElement());
        String around = Spelling.KEBAB_CASE.of(enclosing.getSimpleName().toString());
        return Stream.of(own, around.isEmpty() ? own : around + "-" + own)
                .filter(id -> ids.earlierOwner(id, type).isEmpty())
                .findFirst()
                .orElse(schema.id() + "-2");
    }

    private static String nameOf(TypeElement type) {
        return type.getQualifiedName().toString();
    }

    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement around ? outermost(around) : type;
    }

    private static SourceOrigin at(TypeElement type) {
        return SourceOrigin.of(type);
    }
}
