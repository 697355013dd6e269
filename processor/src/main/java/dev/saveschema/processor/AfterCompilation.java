package dev.saveschema.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * Runs an action at the end of a compilation, if javac has written every class that it has analyzed. By then errors within methods
 * are known, which javac finds long after the processors are done. No other compiler tells a processor how the compilation went on.
 */
final class AfterCompilation implements TaskListener {

    private final Runnable action;

    /** Classes that javac has analyzed, and has not written. */
    private final Set<String> open = new HashSet<>();

    private AfterCompilation(Runnable action) {
        this.action = action;
    }

    /**
     * To be called when the processors are done, only if there was no error so far, and only where {@link JavacTasks#isIn} says so.
     */
    static void run(ProcessingEnvironment environment, Runnable action) {
        JavacTask.instance(environment).addTaskListener(new AfterCompilation(action));
    }

    @Override
    public void started(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE && event.getTypeElement() != null) {
            open.add(name(event.getTypeElement()));
        }
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.GENERATE && event.getTypeElement() != null) {
            open.remove(name(event.getTypeElement()));
        } else if (event.getKind() == TaskEvent.Kind.COMPILATION && open.isEmpty()) {
            action.run();
        }
    }

    private static String name(TypeElement type) {
        return type.getQualifiedName().toString();
    }
}
