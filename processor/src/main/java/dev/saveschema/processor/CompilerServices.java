package dev.saveschema.processor;

import dev.saveschema.processor.emit.GeneratedSource;
import dev.saveschema.processor.history.Histories;
import dev.saveschema.processor.history.HistoryOptions;
import dev.saveschema.processor.problem.GenerationProblems;
import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.read.SchemaReader;
import dev.saveschema.processor.read.mirror.SourceOrigin;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** The compiler's services, in the form in which the phases of the processor use them. */
final class CompilerServices {

    private final ProcessingEnvironment environment;
    private @Nullable Histories histories;
    private SchemaReader reader;

    CompilerServices(ProcessingEnvironment environment) {
        this.environment = environment;
        this.reader = newReader();
    }

    /** To be called when a round begins: a reader remembers the classes of a package, and the round before may have added some. */
    void nextRound() {
        reader = newReader();
    }

    private SchemaReader newReader() {
        return new SchemaReader(environment.getElementUtils(), environment.getTypeUtils());
    }

    SchemaReader reader() {
        return reader;
    }

    /** @throws InvalidPathException if the history is in no place that a file system could have */
    Histories histories() {
        if (histories == null) {
            histories = new Histories(HistoryOptions.of(environment.getOptions()));
        }
        return histories;
    }

    TypeElement type(String qualifiedName) {
        return environment.getElementUtils().getTypeElement(qualifiedName);
    }

    boolean exists(String qualifiedName) {
        return environment.getElementUtils().getTypeElement(qualifiedName) != null;
    }

    /** The value of a constant; empty if the class is not there, or has no such constant. */
    Optional<String> constant(String qualifiedName, String name) {
        return exists(qualifiedName)
                ? ElementFilter.fieldsIn(type(qualifiedName).getEnclosedElements()).stream()
                        .filter(field -> field.getSimpleName().contentEquals(name))
                        .map(field -> String.valueOf(field.getConstantValue()))
                        .findFirst()
                : Optional.empty();
    }

    PackageElement packageOf(TypeElement type) {
        return environment.getElementUtils().getPackageOf(type);
    }

    /** Prints the problems of a schema; true if one of them is an error. */
    boolean report(TypeElement schema, List<Problem> problems) {
        return new Reporter(environment.getMessager()).report(schema, problems);
    }

    /** Prints problems that are about no place in the sources. */
    void report(List<Problem> problems) {
        new Reporter(environment.getMessager()).report(problems);
    }

    void report(TypeElement schema, Problem problem) {
        report(schema, List.of(problem));
    }

    void write(GeneratedSource generated, TypeElement schema) throws IOException {
        try (Writer source = opened(
                generated.qualifiedName(),
                () -> environment.getFiler().createSourceFile(generated.qualifiedName(), schema))) {
            source.write(generated.text());
        } catch (FilerException e) {
            report(schema, GenerationProblems.classExists(SourceOrigin.of(schema), generated.qualifiedName()));
        }
    }

    private interface Creation {
        FileObject create() throws IOException;
    }

    private static Writer opened(String name, Creation creation) throws IOException {
        try {
            return creation.create().openWriter();
        } catch (IllegalArgumentException e) {
            // javac throws this where a directory has the file's name
            throw new IOException("a directory has the name of " + name, e);
        }
    }

    void writeResource(String name, String text, TypeElement schema) throws IOException {
        try (Writer resource = opened(
                name, () -> environment.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", name, schema))) {
            resource.write(text);
        }
    }
}
