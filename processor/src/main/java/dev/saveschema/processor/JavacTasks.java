package dev.saveschema.processor;

import com.sun.source.util.JavacTask;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/** Access to javac beyond the interfaces that all compilers have. */
final class JavacTasks {

    private JavacTasks() {}

    /** The task that a processor runs in; none with another compiler, or one that a build tool has wrapped up. */
    static Optional<JavacTask> of(ProcessingEnvironment environment) {
        try {
            return Optional.of(JavacTask.instance(environment));
        } catch (IllegalArgumentException | LinkageError e) {
            return Optional.empty();
        }
    }
}
