package dev.saveschema.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.saveschema.processor.problem.Origin;
import dev.saveschema.processor.problem.TypeProblems;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/**
 * Warns of {@code @SaveSchema} on a record within a method. No compiler shows such a record to processors, so that nothing is generated for
 * it; but javac shows its trees. Only files that import SaveSchema's annotations are looked into.
 */
final class LocalRecords implements TaskListener {

    private static final String ANNOTATIONS = "dev.saveschema.annotation.";

    private final Trees trees;

    private LocalRecords(Trees trees) {
        this.trees = trees;
    }

    /** To be called only where {@link JavacTasks#isIn} says so. */
    static void watch(ProcessingEnvironment environment) {
        JavacTask.instance(environment).addTaskListener(new LocalRecords(Trees.instance(environment)));
    }

    @Override
    public void finished(TaskEvent event) {
        if (event.getKind() == TaskEvent.Kind.ANALYZE
                && event.getTypeElement() != null
                && importsAnnotations(event.getCompilationUnit())) {
            ClassTree type = trees.getTree(event.getTypeElement());
            if (type != null) {
                type.accept(new Scanner(event.getCompilationUnit()), null);
            }
        }
    }

    private static boolean importsAnnotations(CompilationUnitTree file) {
        return file.getImports().stream()
                .anyMatch(each -> each.getQualifiedIdentifier().toString().startsWith(ANNOTATIONS));
    }

    /** Goes through the statements of one class. */
    private final class Scanner extends TreeScanner<Void, Void> {

        private final CompilationUnitTree file;

        Scanner(CompilationUnitTree file) {
            this.file = file;
        }

        @Override
        public Void visitBlock(BlockTree block, Void nothing) {
            for (StatementTree statement : block.getStatements()) {
                if (statement instanceof ClassTree local && isSchema(local)) {
                    trees.printMessage(
                            Diagnostic.Kind.WARNING,
                            TypeProblems.localRecord(
                                            Origin.NOWHERE,
                                            local.getSimpleName().toString())
                                    .render(),
                            local,
                            file);
                }
            }
            return super.visitBlock(block, nothing);
        }

        private static boolean isSchema(ClassTree type) {
            return type.getModifiers().getAnnotations().stream()
                    .map(AnnotationTree::getAnnotationType)
                    .anyMatch(name -> name.toString().equals("SaveSchema")
                            || name.toString().equals(ANNOTATIONS + "SaveSchema"));
        }
    }
}
