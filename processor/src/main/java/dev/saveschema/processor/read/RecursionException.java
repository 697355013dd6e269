package dev.saveschema.processor.read;

import dev.saveschema.processor.problem.Problem;
import dev.saveschema.processor.problem.TypeProblems;

/** A record that contains itself, directly or through others. */
final class RecursionException extends NoShapeException {

    private static final long serialVersionUID = 1;

    private final String record;
    private final String path;

    /** @param path {@code Node.children → Node} */
    RecursionException(String record, String path) {
        this.record = record;
        this.path = path;
    }

    @Override
    Problem of(Site component) {
        boolean many = !component.type().equals(record) && !component.type().startsWith("Optional<");
        String keys =
                many ? "List<String> " + component.name() + "Keys" : "Optional<String> " + component.name() + "Key";
        return TypeProblems.unboundedRecursion(component.origin(), record, path, keys);
    }

    @Override
    String reason() {
        return record + " contains itself: " + path;
    }

    @Override
    String instead(String type) {
        return "String";
    }
}
