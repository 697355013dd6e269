package dev.saveschema.processor;

import com.sun.source.util.JavacTask;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Tells whether javac runs the processor, and so whether classes may be used that name javac's own: a Java that an IDE brings along need
 * not have those.
 */
final class JavacTasks {

    private JavacTasks() {}

    /** Whether the processor's compiler is javac, and no build tool has wrapped up its environment. */
    static boolean isIn(ProcessingEnvironment environment) {
        try {
            JavacTask.instance(environment);
            return true;
        } catch (IllegalArgumentException | LinkageError e) {
            return false;
        }
    }
}
