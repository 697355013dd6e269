package dev.saveschema.storage.disk;

import dev.saveschema.storage.disk.SimulatedDisk.Change;
import dev.saveschema.storage.disk.SimulatedDisk.Data;
import dev.saveschema.storage.disk.SimulatedDisk.Moment;
import dev.saveschema.storage.disk.SimulatedDisk.Node;
import dev.saveschema.storage.disk.SimulatedDisk.Profile;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The states in which a power cut, or the end of the program alone, may leave a disk at a moment. Of the changes of names that were
 * not forced, any set survives if the file system reorders, else only the first few. Of bytes that were not forced none survive, or
 * the first blocks, or zeros, or blocks of another file, or all.
 */
public final class PowerCuts {

    /** The number of sets of changes up to which all are tried; of more than that, the telling ones and as many random ones. */
    private static final int ALL_SETS = 64;

    private final Profile profile;
    private final Random random;
    private final int randomSets;
    private final Set<String> seen = new HashSet<>();
    private final Map<byte[], Integer> byArray = new IdentityHashMap<>();
    private final Map<ByteBuffer, Integer> byContent = new HashMap<>();

    public PowerCuts(Profile profile, long seed, int randomSets) {
        this.profile = profile;
        this.random = new Random(seed);
        this.randomSets = randomSets;
    }

    /** @param names what there is, with what each holds */
    public record Remains(Map<String, Node> names, Map<Node, byte[]> content) {}

    /** All states that may remain, each once for each mark, also over several moments. */
    public List<Remains> of(Moment moment) {
        List<Remains> all = new ArrayList<>();
        add(remains(moment.visible(), moment, Map.of()), moment.mark(), all); // the program alone ended
        for (int[] stages : choices(moment.pending())) {
            Map<String, Node> names = new TreeMap<>(moment.durable());
            for (int i = 0; i < stages.length; i++) {
                List<List<SimulatedDisk.Entry>> done = moment.pending().get(i).stages();
                done.subList(0, stages[i]).forEach(stage -> SimulatedDisk.apply(stage, names));
            }
            for (Map<Node, byte[]> lost : losses(names, moment)) {
                add(remains(names, moment, lost), moment.mark(), all);
            }
        }
        return all;
    }

    private void add(Remains remains, int mark, List<Remains> all) {
        if (seen.add(mark + key(remains))) {
            all.add(remains);
        }
    }

    /** Tells remains from others that differ in a name, a byte, or in what is one file. */
    private String key(Remains remains) {
        StringBuilder key = new StringBuilder();
        List<Node> nodes = new ArrayList<>();
        remains.names().forEach((name, node) -> {
            int at = nodes.indexOf(node);
            if (at < 0) {
                at = nodes.size();
                nodes.add(node);
            }
            key.append(' ')
                    .append(name)
                    .append('=')
                    .append(at)
                    .append('/')
                    .append(number(remains.content().get(node)));
        });
        return key.toString();
    }

    // The same array is asked for again and again.
    private int number(byte[] bytes) {
        return byArray.computeIfAbsent(
                bytes, array -> byContent.computeIfAbsent(ByteBuffer.wrap(array), content -> byContent.size()));
    }

    private static Remains remains(Map<String, Node> names, Moment moment, Map<Node, byte[]> lost) {
        Map<Node, byte[]> content = new LinkedHashMap<>();
        for (Node node : names.values()) {
            byte[] bytes = lost.get(node);
            content.put(node, bytes == null ? moment.data().get(node).bytes() : bytes);
        }
        return new Remains(names, content);
    }

    /** The possible outcomes of the pending changes: for each change the number of its stages that were made. */
    private List<int[]> choices(List<Change> pending) {
        return profile.isOrdered() ? prefixes(pending) : sets(pending);
    }

    private static List<int[]> prefixes(List<Change> pending) {
        List<int[]> choices = new ArrayList<>();
        int[] none = new int[pending.size()];
        choices.add(none);
        for (int i = 0; i < pending.size(); i++) {
            for (int stage = 1; stage <= pending.get(i).stages().size(); stage++) {
                int[] choice = choices.get(choices.size() - 1).clone();
                choice[i] = stage;
                choices.add(choice);
            }
        }
        return choices;
    }

    private List<int[]> sets(List<Change> pending) {
        int count = pending.size();
        Set<Long> masks = new LinkedHashSet<>();
        if (count < 63 && 1L << count <= ALL_SETS) {
            for (long mask = 0; mask < 1L << count; mask++) {
                masks.add(mask);
            }
        } else {
            long all = (1L << count) - 1;
            for (int i = 0; i <= count; i++) {
                masks.add((1L << i) - 1); // the first i
                masks.add(all & ~((1L << i) - 1)); // all but them
            }
            for (int i = 0; i < count; i++) {
                masks.add(1L << i);
                masks.add(all & ~(1L << i));
            }
            for (int i = 0; i < randomSets; i++) {
                masks.add(random.nextLong() & all);
            }
        }
        return masks.stream().map(mask -> stages(mask, count)).collect(Collectors.toList());
    }

    private static int[] stages(long mask, int count) {
        int[] stages = new int[count];
        for (int i = 0; i < count; i++) {
            stages[i] = (int) (mask >> i & 1);
        }
        return stages;
    }

    /** The possible losses of bytes. At most one file at a time is in a state between all and nothing. */
    private static List<Map<Node, byte[]>> losses(Map<String, Node> names, Moment moment) {
        List<Node> unforced = names.values().stream()
                .distinct()
                .filter(node -> {
                    Data data = moment.data().get(node);
                    return data.forced() != data.bytes();
                })
                .toList();
        List<Map<Node, byte[]>> losses = new ArrayList<>();
        losses.add(Map.of());
        Map<Node, byte[]> everything = new LinkedHashMap<>();
        unforced.forEach(node -> everything.put(node, moment.data().get(node).forced()));
        losses.add(everything);
        for (Node node : unforced) {
            if (moment.data().get(node).isOfOthers()) {
                continue;
            }
            for (byte[] between : between(moment.data().get(node), names, moment)) {
                losses.add(Map.of(node, between));
                Map<Node, byte[]> others = new LinkedHashMap<>(everything);
                others.put(node, between);
                losses.add(others);
            }
        }
        return losses;
    }

    private static List<byte[]> between(Data data, Map<String, Node> names, Moment moment) {
        byte[] bytes = data.bytes();
        List<byte[]> states = new ArrayList<>();
        states.add(new byte[bytes.length]);
        byte[] stale = stale(bytes.length, names, moment);
        states.add(stale);
        for (int end = SimulatedDisk.BLOCK; end < bytes.length; end += SimulatedDisk.BLOCK) {
            states.add(Arrays.copyOf(bytes, end)); // the size is that of what was written
            states.add(Arrays.copyOf(Arrays.copyOf(bytes, end), bytes.length)); // or of all
            byte[] mixed = stale.clone();
            System.arraycopy(bytes, 0, mixed, 0, end);
            states.add(mixed);
            byte[] beginning = bytes.clone();
            System.arraycopy(new byte[end], 0, beginning, 0, end);
            states.add(beginning); // the later blocks only
        }
        return states;
    }

    private static byte[] stale(int length, Map<String, Node> names, Moment moment) {
        for (Node node : names.values()) {
            byte[] forced = moment.data().get(node).forced();
            if (forced.length > SimulatedDisk.BLOCK) {
                return Arrays.copyOf(forced, length);
            }
        }
        byte[] garbage = new byte[length];
        Arrays.fill(garbage, (byte) 'x');
        return garbage;
    }
}
