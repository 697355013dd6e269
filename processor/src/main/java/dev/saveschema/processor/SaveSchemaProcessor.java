package dev.saveschema.processor;

import com.google.auto.service.AutoService;
import dev.saveschema.processor.check.Checks;
import dev.saveschema.processor.emit.GeneratedSource;
import dev.saveschema.processor.emit.SchemaEmitter;
import dev.saveschema.processor.emit.TypedRecordEmitter;
import dev.saveschema.processor.history.HistoryKeeper;
import dev.saveschema.processor.history.HistoryOptions;
import dev.saveschema.processor.history.LockedVersion;
import dev.saveschema.processor.history.TypedVersion;
import dev.saveschema.processor.model.ClassRef;
import dev.saveschema.processor.model.SchemaModel;
import dev.saveschema.processor.problem.GenerationProblems;
import dev.saveschema.processor.problem.HistoryProblems;
import dev.saveschema.processor.problem.MigrationProblems;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;
import dev.saveschema.processor.read.SchemaReader;
import dev.saveschema.processor.read.SchemaReading;
import dev.saveschema.processor.read.SourceOrigin;
import dev.saveschema.processor.read.UnresolvedException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/** Generates for each {@code @SaveSchema} record the class that loads, migrates and saves it. */
@AutoService(Processor.class)
@SupportedAnnotationTypes("dev.saveschema.annotation.SaveSchema")
@SupportedOptions({HistoryOptions.HISTORY, HistoryOptions.LOCK, HistoryOptions.RELEASE})
public final class SaveSchemaProcessor extends AbstractProcessor {

    private final Backend backend;

    /** What keeps a schema waiting for types that do not exist yet, by its name: elements are good for one round only. */
    private final Map<String, UnresolvedException> waiting = new LinkedHashMap<>();

    /** The types whose source the compiler reads, and about which it says itself what they lack. */
    private final Set<String> sources = new HashSet<>();

    /** Which type has an id, of all schemas that were seen. */
    private final Map<String, String> typeOfId = new LinkedHashMap<>();

    /** The older versions whose records are written, each with its schema's name. */
    private final Set<String> older = new HashSet<>();

    /** For the compiler. */
    public SaveSchemaProcessor() {
        this(new SchemaEmitter()::emit);
    }

    SaveSchemaProcessor(Backend backend) {
        this.backend = backend;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        HistoryOptions.withoutEffect(environment.getOptions())
                .forEach(message -> environment.getMessager().printMessage(Diagnostic.Kind.WARNING, message));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> sources.add(nameOf(type)));
        if (round.processingOver()) {
            waiting.forEach(this::reportUnresolved);
        } else {
            List<TypeElement> schemas = schemas(annotations, round);
            schemas.forEach(this::rememberId);
            schemas.forEach(this::processSafely);
        }
        // Not claimed: javac stops asking further processors once every annotation is. The price is that
        // -Xlint:processing
        // warns of annotations that nobody claims, ours among them.
        return false;
    }

    private List<TypeElement> schemas(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        List<TypeElement> schemas = new ArrayList<>();
        for (String name : waiting.keySet()) {
            schemas.add(processingEnv.getElementUtils().getTypeElement(name));
        }
        waiting.clear();
        for (TypeElement annotation : annotations) {
            schemas.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation)));
        }
        return schemas;
    }

    /** All of a round before the first is processed: each is held against the others. */
    private void rememberId(TypeElement type) {
        try {
            typeOfId.putIfAbsent(reader().idOf(type), nameOf(type));
        } catch (UnresolvedException e) {
            // It will wait for what it names, and be here again.
        }
    }

    private void processSafely(TypeElement type) {
        try {
            process(type);
        } catch (UnresolvedException e) {
            waiting.put(nameOf(type), e);
        } catch (IOException e) {
            report(type, GenerationProblems.cannotWrite(at(type), nameOf(type), e.toString()));
        } catch (InvalidPathException e) {
            report(type, HistoryProblems.unreadable(at(type), e.getInput(), e.getReason()));
        } catch (RuntimeException | AssertionError e) {
            report(type, GenerationProblems.bug(at(type), nameOf(type), e));
        }
    }

    /** A class file that lacks something is nothing that the compiler speaks of. */
    private void reportUnresolved(String schema, UnresolvedException unresolved) {
        Optional<String> elsewhere = unresolved
                .where()
                .filter(type -> !sources.contains(nameOf(outermost(type))))
                .map(SaveSchemaProcessor::nameOf);
        if (elsewhere.isPresent()) {
            TypeElement type = processingEnv.getElementUtils().getTypeElement(schema);
            report(type, TypeProblems.missingClass(at(type), schema, elsewhere.get(), unresolved.what()));
        }
    }

    private void process(TypeElement type) throws IOException {
        if (type.getKind() == ElementKind.RECORD && !writeOlderVersions(type)) {
            return;
        }
        SchemaReading reading = reader().read(type);
        List<Problem> problems = new ArrayList<>(reading.problems());
        reading.schema().map(Checks::check).ifPresent(problems::addAll);
        if (reporter().report(type, problems)) {
            return;
        }
        SchemaModel schema = reading.schema().orElseThrow();
        HistoryKeeper keeper = keeper();
        HistoryKeeper.Verdict verdict = keeper.examine(schema, reader().documentation(schema), id -> isInUse(id, type));
        if (isSecondOfItsId(schema, type) | reporter().report(type, verdict.problems())) {
            return;
        }
        write(backend.emit(schema, verdict.steps()), type);
        writeHead(schema, verdict, type);
        reporter().report(type, keeper.lock(schema, verdict));
    }

    /** A record that is not being compiled again keeps its id; it is looked for where a copy of it would most likely be. */
    private boolean isInUse(String id, TypeElement type) {
        return typeOfId.containsKey(id)
                || ElementFilter.typesIn(processingEnv
                                .getElementUtils()
                                .getPackageOf(type)
                                .getEnclosedElements())
                        .stream()
                        .anyMatch(neighbour -> reader().idIfSchema(neighbour).equals(Optional.of(id)));
    }

    /**
     * Writes the records of older versions that migrations name, with what reads and writes them. Until the next round the
     * compiler does not know them, and neither can what names them be read.
     */
    private boolean writeOlderVersions(TypeElement type) throws IOException {
        SchemaReader reader = reader();
        ClassRef record = reader.refTo(type);
        Set<Integer> named = reader.olderRecordsNamed(type);
        Set<Integer> wanted = new TreeSet<>(named);
        wanted.addAll(reader.versionsLedTo(type));
        wanted.remove(reader.versionOf(type));
        if (wanted.isEmpty()) {
            return true;
        }
        HistoryKeeper.Locked locked = keeper().locked(reader.idOf(type), wanted, at(type));
        if (reporter().report(type, locked.problems())) {
            return false;
        }
        for (LockedVersion version : locked.versions()) {
            if (older.add(nameOf(type) + " " + version.version())) {
                if (named.contains(version.version())) {
                    warnIfStale(record.inVersion(version.version()), type);
                }
                SchemaModel model = TypedVersion.of(version, record, reader.isPublic(type), reader.seesGenerated(type));
                write(new TypedRecordEmitter().emit(model, record), type);
                write(new SchemaEmitter().emitOlder(model), type);
            }
        }
        Set<Integer> found =
                locked.versions().stream().map(LockedVersion::version).collect(Collectors.toCollection(TreeSet::new));
        Optional<String> renamed = locked.others().stream()
                .filter(id -> !found.containsAll(named) && !isInUse(id, type))
                .findFirst();
        if (renamed.isPresent()) {
            report(
                    type,
                    HistoryProblems.unknownId(
                            reader.idOrigin(type), record.simpleName(), reader.idOf(type), renamed.get()));
            return false;
        }
        List<Problem> unknown = named.stream()
                .filter(version -> !found.contains(version))
                .sorted()
                .map(version -> MigrationProblems.unknownVersion(
                        at(type),
                        record.inVersion(version).simpleName(),
                        version,
                        keeper().isKept()
                                ? "Locked among those named: " + found
                                : "No history is kept: see -Asaveschema.history"))
                .toList();
        reporter().report(type, unknown);
        return unknown.isEmpty();
    }

    /** Only of a record that the sources name: any other would be loaded by the very question, and the compiler fail on that. */
    private void warnIfStale(ClassRef record, TypeElement type) {
        boolean isStale = Runtime.version().feature() < 23
                && processingEnv.getElementUtils().getTypeElement(record.qualifiedName()) != null;
        if (isStale) {
            report(type, MigrationProblems.staleRecord(at(type), record.qualifiedName()));
        }
    }

    private boolean isSecondOfItsId(SchemaModel schema, TypeElement type) {
        String first = typeOfId.getOrDefault(schema.id(), nameOf(type));
        if (first.equals(nameOf(type))) {
            return false;
        }
        report(
                type,
                HistoryProblems.duplicateId(
                        schema.idOrigin(), schema.root().type().simpleName(), first, schema.id()));
        return true;
    }

    /** The head's shape, where tools and tests find it in the jar. */
    private void writeHead(SchemaModel schema, HistoryKeeper.Verdict verdict, TypeElement type) throws IOException {
        String name = "META-INF/saveschema/" + schema.id() + ".schema.json";
        try (Writer resource = processingEnv
                .getFiler()
                .createResource(StandardLocation.CLASS_OUTPUT, "", name, type)
                .openWriter()) {
            resource.write(verdict.headText());
        }
    }

    private void write(GeneratedSource generated, TypeElement type) throws IOException {
        try (Writer source = processingEnv
                .getFiler()
                .createSourceFile(generated.qualifiedName(), type)
                .openWriter()) {
            source.write(generated.text());
        } catch (FilerException e) {
            report(type, GenerationProblems.classExists(at(type), generated.qualifiedName()));
        }
    }

    private void report(TypeElement type, Problem problem) {
        reporter().report(type, List.of(problem));
    }

    private HistoryKeeper keeper() {
        return new HistoryKeeper(HistoryOptions.of(processingEnv.getOptions()));
    }

    private SchemaReader reader() {
        return new SchemaReader(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
    }

    private Reporter reporter() {
        return new Reporter(processingEnv.getMessager());
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
