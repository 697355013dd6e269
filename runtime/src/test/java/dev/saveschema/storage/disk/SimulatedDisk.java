package dev.saveschema.storage.disk;

import dev.saveschema.storage.disk.FileOps.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.zip.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that knows what a power cut may take from it. Of each file it holds the bytes that programs see and those that
 * were forced; of the names those that programs see, those that are durable, and in order the changes between the two, each of
 * which a power cut may undo until the directory is forced.
 *
 * <p>Several programs can mount it, each with locks of its own. Not safe for use by several threads at once.
 */
public final class SimulatedDisk {

    public static final int BLOCK = 512;

    private static final Set<PosixFilePermission> PERMISSIONS = PosixFilePermissions.fromString("rw-r--r--");
    private static final byte[] EMPTY = {};
    private static final String DIRECTORY_ITSELF = "";

    /** The kinds of file systems, with their promises and gaps. */
    public enum Profile {
        /** A power cut may undo any set of the changes of names that were not forced. */
        REORDERING,
        /** A power cut undoes the last changes only, and forcing a file forces all names before it, as a journal does. */
        ORDERED,
        /** A rename is a removal, an addition and a removal; no hard links, no identities, times of two seconds. */
        FAT,
        /** The same as REORDERING, but without hard links: a second name is a copy. */
        NO_LINKS,
        /** The same as REORDERING, but all changes have the same time. */
        COARSE_TIMES;

        public boolean isOrdered() {
            return this == ORDERED || this == FAT;
        }

        public boolean hasLinks() {
            return this != FAT && this != NO_LINKS;
        }

        public boolean hasFileKeys() {
            return this != FAT;
        }

        private FileTime time(Instant now) {
            return switch (this) {
                case FAT -> FileTime.from(Instant.ofEpochSecond(now.getEpochSecond() / 2 * 2));
                case COARSE_TIMES -> FileTime.from(Instant.ofEpochSecond(now.getEpochSecond() / 86_400 * 86_400));
                case REORDERING, ORDERED, NO_LINKS -> FileTime.from(now);
            };
        }
    }

    /** A file, a directory or a symbolic link, whatever names it has. */
    public static final class Node {

        private final Kind kind;
        private final long number;
        private byte[] forced = EMPTY;
        private byte[] bytes = EMPTY;
        private Instant modified;
        private Instant changed;
        private @Nullable String lockedBy;

        /** Whether somebody else writes it, so that there is no point in tearing it. */
        private boolean isOfOthers;

        /** Whether a force failed. Then the system takes the bytes for written, and never writes them. */
        private boolean isForgotten;

        private Node(Kind kind, long number, Instant modified) {
            this.kind = kind;
            this.number = number;
            this.modified = modified;
            this.changed = modified;
        }
    }

    /**
     * A name that leads to something else from now on. What is in a directory goes with it.
     *
     * @param node what it leads to; null if to nothing
     * @param contentOf the name of the directory that it was, whose content it has; null if it is no directory, or a new one
     */
    public record Entry(
            String name, @Nullable Node node, @Nullable String contentOf) {

        Entry(String name, @Nullable Node node) {
            this(name, node, null);
        }

        private void apply(Map<String, Node> names) {
            Map<String, Node> content = new TreeMap<>();
            if (contentOf != null) {
                names.forEach((inside, held) -> {
                    if (inside.startsWith(contentOf + "/")) {
                        content.put(name + inside.substring(contentOf.length()), held);
                    }
                });
            }
            if (node == null) {
                names.keySet().removeIf(inside -> inside.equals(name) || inside.startsWith(name + "/"));
            } else {
                names.put(name, node);
                names.putAll(content);
            }
        }
    }

    /**
     * A change of names. If renaming is atomic, it has one stage; else it has several, and a power cut may leave it behind any of
     * them.
     */
    public record Change(List<List<Entry>> stages) {

        private static Change atomic(Entry... entries) {
            return new Change(List.of(List.of(entries)));
        }

        private boolean concerns(String directory) {
            return stages.get(0).stream().anyMatch(entry -> parent(entry.name()).equals(directory));
        }
    }

    /** The content of a file for programs, and the durable part of it. */
    public record Data(byte[] forced, byte[] bytes, boolean isOfOthers) {}

    /**
     * The whole state between two calls.
     *
     * @param mark the knowledge of the observer at that time
     */
    public record Moment(
            String call,
            Map<String, Node> durable,
            List<Change> pending,
            Map<String, Node> visible,
            Map<Node, Data> data,
            int mark) {}

    private final Path root;
    private final Profile profile;
    private final Map<String, Node> durable = new TreeMap<>();
    private final Map<String, Node> visible = new TreeMap<>();
    private final List<Change> pending = new ArrayList<>();
    private final List<Moment> moments = new ArrayList<>();
    private @Nullable IntSupplier mark;
    private long nextNumber = 11;
    private Instant now = Instant.parse("2026-11-22T19:47:03Z");
    private int openHandles;
    private boolean isFull;

    public SimulatedDisk(Path root, Profile profile) {
        this.root = root;
        this.profile = profile;
    }

    public Path root() {
        return root;
    }

    public Profile profile() {
        return profile;
    }

    public Instant now() {
        return now;
    }

    /** How many files are open. */
    public int openHandles() {
        return openHandles;
    }

    /** From now on every change is written down, with what the supplier says then. */
    public void record(IntSupplier mark) {
        this.mark = mark;
        took("start");
    }

    public List<Moment> moments() {
        return moments;
    }

    // ---- acts of other programs, and files from before

    /** Puts a durable file there. */
    public void put(String name, byte[] bytes) {
        Node node = node(Kind.FILE);
        node.bytes = bytes;
        node.forced = bytes;
        visible.put(name, node);
        durable.put(name, node);
    }

    /** Puts a file there whose name is durable, and whose bytes are not. */
    public void putUnforced(String name, byte[] bytes) {
        put(name, bytes);
        visible.get(name).forced = EMPTY;
    }

    /** Gives a durable file a second durable name. */
    public void putLink(String name, String existing) {
        Node node = visible.get(existing);
        visible.put(name, node);
        durable.put(name, node);
    }

    public void putDirectory(String name) {
        Node node = node(Kind.DIRECTORY);
        visible.put(name, node);
        durable.put(name, node);
    }

    /** Edits a file as an editor does that writes in place. */
    public void edit(String name, byte[] bytes) {
        editAt(name, bytes, Optional.empty());
    }

    /** Edits a file in place, and puts its time of modification back, as {@code touch -r} does. */
    public void editBackdated(String name, byte[] bytes) {
        editAt(name, bytes, Optional.ofNullable(visible.get(name)).map(node -> node.modified));
    }

    private void editAt(String name, byte[] bytes, Optional<Instant> time) {
        Node node = visible.get(name);
        if (node == null) {
            replace(name, bytes);
        } else {
            tick();
            node.bytes = bytes;
            node.modified = time.orElse(now);
            node.changed = now;
            node.isOfOthers = true;
        }
    }

    /** Replaces a file as an editor does that renames a new file, and forces it and its name. */
    public void replace(String name, byte[] bytes) {
        tick();
        Node node = node(Kind.FILE);
        node.bytes = bytes;
        node.forced = bytes;
        change(Change.atomic(new Entry(name, node)));
        forceAllNames();
    }

    public void remove(String name) {
        if (visible.containsKey(name)) {
            change(Change.atomic(new Entry(name, null)));
        }
    }

    public void rename(String from, String to) {
        Node node = visible.get(from);
        if (node != null) {
            change(Change.atomic(new Entry(to, node), new Entry(from, null)));
        }
    }

    public void link(String name, String existing) {
        Node node = visible.get(existing);
        if (node != null && !visible.containsKey(name)) {
            change(Change.atomic(new Entry(name, node)));
        }
    }

    /** Bytes by name, of all files. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        visible.forEach((name, node) -> {
            if (node.kind == Kind.FILE) {
                files.put(name, node.bytes);
            }
        });
        return files;
    }

    public boolean has(String name) {
        return visible.containsKey(name);
    }

    /** Whether the file has another name. */
    public boolean isShared(String name) {
        Node node = visible.get(name);
        return visible.values().stream().filter(other -> other == node).count() > 1;
    }

    /** Whether some name leads to this node. */
    public boolean has(Node node) {
        return visible.containsValue(node);
    }

    public Node nodeOf(String name) {
        return visible.get(name);
    }

    /** The same disk elsewhere, with nobody who runs on it. */
    public SimulatedDisk copy(Path newRoot) {
        SimulatedDisk disk = new SimulatedDisk(newRoot, profile);
        disk.now = now;
        disk.nextNumber = nextNumber;
        Map<Node, Node> copies = new IdentityHashMap<>();
        visible.forEach((name, node) -> disk.visible.put(name, copies.computeIfAbsent(node, SimulatedDisk::copyOf)));
        durable.forEach((name, node) -> disk.durable.put(name, copies.computeIfAbsent(node, SimulatedDisk::copyOf)));
        for (Change change : pending) {
            List<List<Entry>> stages = new ArrayList<>();
            for (List<Entry> stage : change.stages()) {
                stages.add(stage.stream()
                        .map(entry -> new Entry(
                                entry.name(),
                                entry.node() == null
                                        ? null
                                        : copies.computeIfAbsent(entry.node(), SimulatedDisk::copyOf)))
                        .toList());
            }
            disk.pending.add(new Change(stages));
        }
        return disk;
    }

    private static Node copyOf(Node node) {
        Node copy = copyOf(node, node.bytes);
        copy.forced = node.forced;
        copy.isOfOthers = node.isOfOthers;
        copy.isForgotten = node.isForgotten;
        return copy;
    }

    /** The next write comes to its half, and then the disk is full. */
    public void fillUp() {
        isFull = true;
    }

    /** A force of this file failed, which the system says once. */
    public void forget(Path file) {
        Node node = visible.get(root.relativize(file).toString());
        if (node != null) {
            node.isForgotten = true;
        }
    }

    /** This moment, though nothing changed. */
    public Moment moment() {
        return new Moment("now", new TreeMap<>(durable), List.copyOf(pending), new TreeMap<>(visible), data(), 0);
    }

    public interface Content {

        byte[] of(Node node);
    }

    /** The disk that a power cut of this one may leave. */
    public SimulatedDisk after(Path newRoot, PowerCuts.Remains remains) {
        return after(
                newRoot, profile, remains.names(), node -> remains.content().get(node), this);
    }

    /** A disk that holds this, all of it durable. */
    public static SimulatedDisk after(
            Path root, Profile profile, Map<String, Node> names, Content content, SimulatedDisk before) {
        SimulatedDisk disk = new SimulatedDisk(root, profile);
        disk.now = before.now;
        disk.nextNumber = before.nextNumber;
        Map<Node, Node> copies = new IdentityHashMap<>();
        names.forEach((name, node) -> {
            String parent = parent(name);
            if (parent.equals(DIRECTORY_ITSELF) || names.containsKey(parent)) {
                disk.visible.put(name, copies.computeIfAbsent(node, old -> copyOf(old, content.of(old))));
            }
        });
        disk.durable.putAll(disk.visible);
        return disk;
    }

    private static Node copyOf(Node node, byte[] bytes) {
        Node copy = new Node(node.kind, node.number, node.modified);
        copy.changed = node.changed;
        copy.bytes = bytes;
        copy.forced = bytes;
        return copy;
    }

    private Map<Node, Data> data() {
        Map<Node, Data> data = new IdentityHashMap<>();
        pending.forEach(change -> change.stages().forEach(stage -> stage.forEach(entry -> add(entry.node(), data))));
        durable.values().forEach(node -> add(node, data));
        visible.values().forEach(node -> add(node, data));
        return data;
    }

    private static void add(@Nullable Node node, Map<Node, Data> data) {
        if (node != null) {
            data.computeIfAbsent(node, key -> new Data(key.forced, key.bytes, key.isOfOthers));
        }
    }

    private Node node(Kind kind) {
        return new Node(kind, nextNumber++, now);
    }

    private void tick() {
        now = now.plusNanos(7_001_001);
    }

    private void change(Change change) {
        tick();
        change.stages().forEach(stage -> stage.forEach(entry -> touch(entry.node(), visible.get(entry.name()))));
        pending.add(change);
        change.stages().forEach(stage -> apply(stage, visible));
    }

    // A file changes with its names.
    private void touch(@Nullable Node named, @Nullable Node unnamed) {
        if (named != null) {
            named.changed = now;
        }
        if (unnamed != null) {
            unnamed.changed = now;
        }
    }

    public static void apply(Collection<Entry> entries, Map<String, Node> names) {
        entries.forEach(entry -> entry.apply(names));
    }

    private void force(String directory) {
        for (Change change : List.copyOf(pending)) {
            if (change.concerns(directory)) {
                change.stages().forEach(stage -> apply(stage, durable));
                pending.remove(change);
            }
        }
    }

    private void forceAllNames() {
        pending.forEach(change -> change.stages().forEach(stage -> apply(stage, durable)));
        pending.clear();
    }

    private void took(String call) {
        if (mark != null) {
            moments.add(new Moment(
                    call,
                    new TreeMap<>(durable),
                    List.copyOf(pending),
                    new TreeMap<>(visible),
                    data(),
                    mark.getAsInt()));
        }
    }

    private static String parent(String name) {
        int slash = name.lastIndexOf('/');
        return slash < 0 ? DIRECTORY_ITSELF : name.substring(0, slash);
    }

    /** The disk as a program sees it that runs until it ends or is killed. */
    public Mount mount(String program) {
        return mountAt(root, program);
    }

    /** The same, at another place and with other identities, as if seen from another process. */
    public Mount mountAt(Path place, String program) {
        return new Mount(place, program);
    }

    public boolean isLockedBy(String program, String name) {
        Node node = visible.get(name);
        return node != null && program.equals(node.lockedBy);
    }

    public final class Mount implements FileOps {

        private final String program;
        private final Path place;
        private final String prefix;
        private final Object identity = new Object();

        private Mount(Path place, String program) {
            this.place = place;
            this.prefix = place.toString();
            this.program = program;
        }

        /** Ends the program as if it had been killed: its locks are free again. */
        public void end() {
            visible.values().stream()
                    .filter(node -> program.equals(node.lockedBy))
                    .forEach(node -> node.lockedBy = null);
        }

        private String name(Path path) throws IOException {
            String text = path.toString();
            if (text.equals(prefix)) {
                return DIRECTORY_ITSELF;
            }
            if (!text.startsWith(prefix) || text.charAt(prefix.length()) != '/') {
                throw new NoSuchFileException(text);
            }
            return text.substring(prefix.length() + 1);
        }

        private Node existing(Path path) throws IOException {
            Node node = visible.get(name(path));
            if (node == null) {
                throw new NoSuchFileException(path.toString());
            }
            return node;
        }

        private void requireParent(Path path) throws IOException {
            String parent = parent(name(path));
            if (!parent.equals(DIRECTORY_ITSELF) && !visible.containsKey(parent)) {
                throw new NoSuchFileException(path.toString());
            }
        }

        private void requireFree(Path path) throws IOException {
            requireParent(path);
            if (visible.containsKey(name(path))) {
                throw new FileAlreadyExistsException(path.toString());
            }
        }

        @Override
        public Optional<Attributes> attributes(Path path) throws IOException {
            if (path.equals(place) || place.startsWith(path)) {
                return Optional.of(new Attributes(Kind.DIRECTORY, path, 0, profile.time(now), Set.of()));
            }
            Node node = visible.get(name(path));
            return Optional.ofNullable(node).map(this::attributes);
        }

        private Attributes attributes(Node node) {
            return new Attributes(
                    node.kind,
                    profile.hasFileKeys() ? List.of(identity, node.number) : null,
                    node.bytes.length,
                    profile.time(node.modified),
                    profile.hasFileKeys() ? profile.time(node.changed) : null,
                    (int) visible.values().stream()
                            .filter(other -> other == node)
                            .count(),
                    PERMISSIONS);
        }

        @Override
        public byte[] read(Path file, long maxBytes) throws IOException {
            Node node = existing(file);
            if (node.bytes.length > maxBytes) {
                throw new FileTooLargeException(file, maxBytes);
            }
            return node.bytes.clone();
        }

        @Override
        public void sum(Path file, Checksum sum) throws IOException {
            sum.reset();
            sum.update(existing(file).bytes);
        }

        @Override
        public byte[] readEnd(Path file, int most) throws IOException {
            byte[] bytes = existing(file).bytes;
            return Arrays.copyOfRange(bytes, Math.max(0, bytes.length - most), bytes.length);
        }

        @Override
        public Ends readEnds(Path file, int mostFirst, int mostLast) throws IOException {
            Node node = existing(file);
            byte[] first = Arrays.copyOf(node.bytes, Math.min(node.bytes.length, mostFirst));
            return new Ends(first, readEnd(file, mostLast), node.bytes.length, profile.time(node.modified));
        }

        @Override
        public List<String> list(Path directory, Predicate<String> wanted) throws IOException {
            String parent = name(directory);
            Set<String> names = new LinkedHashSet<>();
            for (String name : visible.keySet()) {
                String last = name.substring(name.lastIndexOf('/') + 1);
                if (parent(name).equals(parent) && wanted.test(last)) {
                    names.add(last);
                }
            }
            return List.copyOf(names);
        }

        @Override
        public List<String> directories(Path directory) throws IOException {
            String parent = name(directory);
            return list(
                    directory,
                    last -> visible.get(parent.isEmpty() ? last : parent + "/" + last).kind == Kind.DIRECTORY);
        }

        @Override
        public Path readLink(Path link) throws IOException {
            return Path.of(new String(existing(link).bytes, StandardCharsets.UTF_8));
        }

        @Override
        public Path realPath(Path directory) throws IOException {
            if (!directory.equals(place)) {
                existing(directory);
            }
            return directory;
        }

        @Override
        public void createDirectory(Path directory) throws IOException {
            requireFree(directory);
            change(Change.atomic(new Entry(name(directory), node(Kind.DIRECTORY))));
            took("createDirectory");
        }

        @Override
        public void createDirectoryLike(Path model, Path directory) throws IOException {
            existing(model);
            createDirectory(directory);
        }

        @Override
        public Output create(Path file, Optional<Path> model) throws IOException {
            if (model.isPresent()) {
                existing(model.get());
            }
            requireFree(file);
            tick();
            Node node = node(Kind.FILE);
            change(Change.atomic(new Entry(name(file), node)));
            took("create");
            openHandles++;
            return new NodeOutput(node);
        }

        @Override
        public Output reopen(Path file, byte[] content) throws IOException {
            Node node = existing(file);
            if (!Arrays.equals(node.bytes, content)) {
                throw new IOException("it holds something else");
            }
            openHandles++;
            return new NodeOutput(node);
        }

        private final class NodeOutput implements Output {

            private final Node node;
            private int at;
            private boolean closed;

            NodeOutput(Node node) {
                this.node = node;
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                requireOpen();
                put(Arrays.copyOf(bytes, bytes.length / 2));
                if (isFull) {
                    isFull = false;
                    throw new IOException("No space left on device");
                }
                put(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
            }

            private void put(byte[] bytes) {
                byte[] written = Arrays.copyOf(node.bytes, Math.max(node.bytes.length, at + bytes.length));
                System.arraycopy(bytes, 0, written, at, bytes.length);
                at += bytes.length;
                tick();
                if (!Arrays.equals(written, node.bytes)) { // the same bytes in their place can be torn by no cut
                    node.bytes = written;
                }
                node.isForgotten &= at < written.length; // until every byte has been written once more
                node.modified = now;
                node.changed = now;
                took("write");
            }

            @Override
            public void writeAllOf(Path file) throws IOException {
                write(existing(file).bytes);
            }

            @Override
            public void force() throws IOException {
                requireOpen();
                forceNode(node);
                took("output force");
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    openHandles--;
                }
            }

            private void requireOpen() throws IOException {
                if (closed) {
                    throw new IOException("closed");
                }
            }
        }

        private void forceNode(Node node) {
            if (!node.isForgotten) {
                node.forced = node.bytes;
            }
            if (profile == Profile.ORDERED) {
                forceAllNames();
            }
        }

        @Override
        public void matchOwner(Path model, Path file) throws IOException {
            existing(model);
            existing(file);
        }

        @Override
        public String owner(Path file) throws IOException {
            existing(file);
            return "somebody";
        }

        @Override
        public boolean isWritable(Path directory) {
            return true;
        }

        @Override
        public void force(Path file) throws IOException {
            if (!file.startsWith(place)) {
                throw new FileSystemException(file.toString(), null, "Invalid argument"); // as for /dev/null
            }
            forceNode(existing(file));
            took("force");
        }

        @Override
        public void forceDirectory(Path directory) throws IOException {
            if (!place.startsWith(directory)) {
                existing(directory);
            }
            SimulatedDisk.this.force(directory.equals(place) ? DIRECTORY_ITSELF : name(directory));
            took("forceDirectory");
        }

        @Override
        public void link(Path name, Path existing) throws IOException {
            if (!profile.hasLinks()) {
                throw new FileSystemException(name.toString(), null, "Operation not permitted");
            }
            Node node = existing(existing);
            requireFree(name);
            change(Change.atomic(new Entry(name(name), node)));
            took("link");
        }

        @Override
        public void move(Path from, Path to) throws IOException {
            Node node = existing(from);
            requireParent(to);
            Node replaced = visible.get(name(to));
            if (replaced == node) {
                return; // POSIX does nothing if both names are of the same file
            }
            if (replaced != null && replaced.kind == Kind.DIRECTORY) {
                throw new DirectoryNotEmptyException(to.toString());
            }
            change(renaming(name(from), name(to), node));
            took("move");
        }

        private Change renaming(String from, String to, Node node) {
            Entry added = new Entry(to, node, node.kind == Kind.DIRECTORY ? from : null);
            return profile == Profile.FAT
                    ? new Change(List.of(List.of(new Entry(to, null)), List.of(added), List.of(new Entry(from, null))))
                    : Change.atomic(added, new Entry(from, null));
        }

        @Override
        public void deleteAll(Path file) throws IOException {
            for (String name : list(file, any -> true)) {
                deleteAll(file.resolve(name));
            }
            delete(file);
        }

        @Override
        public void delete(Path file) throws IOException {
            String name = name(file);
            if (visible.containsKey(name)) {
                if (visible.keySet().stream().anyMatch(inside -> inside.startsWith(name + "/"))) {
                    throw new DirectoryNotEmptyException(file.toString());
                }
                change(Change.atomic(new Entry(name, null)));
                took("delete");
            }
        }

        @Override
        public boolean same(Path one, Path other) throws IOException {
            return existing(one) == existing(other);
        }

        @Override
        public LockFile openLock(Path file) throws IOException {
            Node node = visible.get(name(file));
            if (node == null) {
                requireParent(file);
                node = node(Kind.FILE);
                change(Change.atomic(new Entry(name(file), node)));
                took("openLock");
            }
            openHandles++;
            return new NodeLock(node);
        }

        @Override
        public LockFile openSharedLock(Path file) throws IOException {
            Node node = existing(file);
            openHandles++;
            return new NodeLock(node);
        }

        private final class NodeLock implements LockFile {

            private final Node node;
            private boolean closed;

            NodeLock(Node node) {
                this.node = node;
            }

            @Override
            public boolean tryLock() {
                if (node.lockedBy != null) {
                    return false;
                }
                node.lockedBy = program;
                return true;
            }

            @Override
            public String text() {
                return new String(node.bytes, StandardCharsets.UTF_8).strip();
            }

            @Override
            public void write(String text) {
                node.bytes = text.getBytes(StandardCharsets.UTF_8);
                node.forced = node.bytes; // the content of this file serves messages only
            }

            @Override
            public void close() {
                if (!closed) {
                    closed = true;
                    openHandles--;
                    if (program.equals(node.lockedBy)) {
                        node.lockedBy = null; // the whole program's, as POSIX has it
                    }
                }
            }
        }
    }
}
