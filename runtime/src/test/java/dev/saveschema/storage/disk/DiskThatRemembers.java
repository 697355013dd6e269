package dev.saveschema.storage.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is asked for. */
public class DiskThatRemembers extends ForwardingDisk {

    private static final List<String> QUESTIONS =
            List.of("attributes", "read", "sum", "readEnd", "list", "readLink", "realPath", "same");

    private final List<String> calls = new ArrayList<>();

    @Override
    protected <T> T through(String name, Path path, Call<T> call) throws IOException {
        String file = path.getFileName().toString().replaceAll("[0-9a-f]{16}\\.tmp", "tmp");
        calls.add(name + " " + file);
        return call.make();
    }

    public void forget() {
        calls.clear();
    }

    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** The calls that change nothing. */
    public List<String> questions() {
        return calls.stream()
                .filter(call -> QUESTIONS.contains(call.split(" ")[0]))
                .toList();
    }

    /** The calls that change something, or wait for a change. */
    public List<String> changes() {
        return calls.stream()
                .filter(call -> !QUESTIONS.contains(call.split(" ")[0]))
                .toList();
    }
}
