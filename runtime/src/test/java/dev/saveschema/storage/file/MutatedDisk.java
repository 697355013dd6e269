package dev.saveschema.storage.file;

import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.ForwardingDisk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A disk through which a storage calls as if one of its steps were missing, late, or took a failure for success. */
final class MutatedDisk extends ForwardingDisk {

    /** The ways in which the step is wrong. */
    enum Mutation {
        /** The step is left out. */
        LEFT_OUT,
        /** The step changes places with the one that follows. */
        LATE,
        /** A failure of the step is not noticed. */
        UNCHECKED
    }

    /** A step of the protocol: a call, and what kind of name it is about. */
    record Step(String call, String role) {

        @Override
        public String toString() {
            return call + " " + role;
        }
    }

    private static final Set<String> QUESTIONS = Set.of(
            "attributes",
            "read",
            "sum",
            "readEnd",
            "list",
            "readLink",
            "realPath",
            "same",
            "owner",
            "lock text",
            "lock tryLock");
    private static final Set<String> WITH_AN_ANSWER = Set.of("create", "openLock", "openSharedLock");

    private final Step mutated;
    private final Mutation mutation;
    private @Nullable Call<?> late;

    MutatedDisk(FileOps disk, Step mutated, Mutation mutation) {
        super(disk, true);
        this.mutated = mutated;
        this.mutation = mutation;
    }

    @Override
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
        if (QUESTIONS.contains(name)) {
            return call.make();
        }
        if (mutated.equals(step(name, path))) {
            switch (mutation) {
                case LEFT_OUT -> {
                    return done(path);
                }
                case LATE -> {
                    late = call;
                    return done(path);
                }
                case UNCHECKED -> {
                    try {
                        return call.make();
                    } catch (IOException unnoticed) {
                        return done(path);
                    }
                }
            }
        }
        T answer = call.make();
        if (late != null) {
            Call<?> now = late;
            late = null;
            now.make();
        }
        return answer;
    }

    // Calls that only have an effect are asked for a path, which nobody looks at.
    @SuppressWarnings("unchecked")
    private static <T> T done(Path path) {
        return (T) path;
    }

    /** Writes down the steps that a storage takes. */
    static FileOps watched(FileOps disk, BiConsumer<Step, Boolean> watcher) {
        return new ForwardingDisk(disk, true) {
            @Override
            protected <T> T through(String name, Path path, Call<T> call) throws IOException {
                if (!QUESTIONS.contains(name)) {
                    watcher.accept(step(name, path), WITH_AN_ANSWER.contains(name));
                }
                return call.make();
            }
        };
    }

    private static Step step(String call, Path path) {
        String name = String.valueOf(path.getFileName());
        String role = switch (name) {
            case Scene.LIVE -> "live";
            case Scene.BACKUP -> "bak1";
            case Scene.OLDER -> "bak2";
            case Scene.LOCK -> "lock";
            default ->
                name.endsWith(".tmp")
                        ? "temp"
                        : CrashEnumeration.isKeptAside(name) ? "kept" : name.contains(".") ? name : "directory";
        };
        return new Step(call, role);
    }
}
