package dev.saveschema.codec;

import dev.saveschema.LoadLimits;
import dev.saveschema.ValueCodec;
import dev.saveschema.json.Scanner;
import dev.saveschema.json.Token;
import dev.saveschema.tree.MemoryEstimate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a document that may hold anything. Each {@code read} method takes the value at the current place and returns it if it is
 * of the right type and within its limits; otherwise it reports a repair, passes over the value and returns the fallback that it was
 * given. A null fallback stands for "leave it out", which is what elements and entries get.
 *
 * <p>Not thread-safe. Made by {@link DocumentInput} for one document.
 */
public final class SaveReader extends MemberReader {

    private String refusal = "";

    /** @param head the version of this program's own documents; 0 for a value that is no document */
    SaveReader(Scanner in, LoadLimits limits, RepairLog log, int head) {
        this(in, limits, log, head, new Nesting(limits.nesting()));
    }

    private SaveReader(Scanner in, LoadLimits limits, RepairLog log, int head, Nesting nesting) {
        super(
                in,
                limits,
                new RepairReporter(in, nesting, log, head > 0),
                nesting,
                new MemoryEstimate(limits, new Refusal(in)),
                head);
    }

    // A class and no lambda: the first lambda of a program costs more time than a load does.
    record Refusal(Scanner in) implements Consumer<String> {

        @Override
        public void accept(String excess) {
            in.refuse(excess);
        }
    }

    /**
     * Reports that a record's own constructor refused the values that were read, or the defaults that would replace them.
     *
     * @return the fallback
     * @throws VirtualMachineError if the constructor threw it, but for a stack that overflowed
     */
    public <T> @Nullable T rejected(Throwable thrown, @Nullable T fallback) {
        refused(thrown);
        refusal = RepairReporter.refused(thrown);
        return fallback;
    }

    /** The message of the last constructor that refused its values; empty if none did. */
    String refusal() {
        return refusal;
    }

    /** The value at the current place as a tree, within the limits; {@code null} is a tree, too. */
    public @Nullable JsonNode readTree(@Nullable JsonNode fallback) {
        JsonNode tree = readTree();
        return tree == null ? fallback : tree;
    }

    /**
     * The value that a developer's codec reads. If the codec throws, that is a repair: the value that it could not read comes from
     * the file.
     */
    public <T> @Nullable T readCustom(@Nullable T fallback, ValueCodec<T> codec) {
        if (in.token() == Token.NULL) {
            repairs.wrongType("a value");
            return fallback;
        }
        JsonNode tree = readTree();
        if (tree == null) {
            return fallback;
        }
        try {
            T value = codec.read(tree);
            if (value != null) {
                return value;
            }
            repairs.rejected(codec.getClass().getSimpleName() + " read it as null");
        } catch (Exception | Error e) {
            refused(e);
        }
        return fallback;
    }
}
