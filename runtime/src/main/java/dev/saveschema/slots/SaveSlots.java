package dev.saveschema.slots;

import dev.saveschema.InUseException;
import dev.saveschema.LoadResult;
import dev.saveschema.SaveStore;
import dev.saveschema.Schema;
import dev.saveschema.SlotNameException;
import dev.saveschema.StoreOptions;
import dev.saveschema.UnusableDefaultsException;
import dev.saveschema.bulk.SaveMigration;
import dev.saveschema.storage.slots.SlotEntry;
import dev.saveschema.storage.slots.SlotFolder;
import dev.saveschema.storage.slots.SlotNames;
import dev.saveschema.storage.slots.TrashEntry;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Several saves in one folder, each under a name that a person may choose.
 *
 * <pre>{@code
 * SaveSlots<Progress> slots = ProgressSchema.slots(Path.of("saves"));
 * slots.list().forEach(System.out::println);
 * try (SaveStore<Progress> store = slots.open("Ada")) {
 *     Progress progress = store.load().value();
 * }
 * slots.copy("Ada", "Ada before the dragon");
 * }</pre>
 *
 * <p>Each slot is a folder of its own, {@code saves/Ada}, in which {@code save.json} lies with its backups. Renaming, deleting and
 * bringing back are one rename of that folder, and a copy gets its name when it is whole; so whatever happens meanwhile, a slot is
 * as it was or as it shall be. When one of these methods returns, what it did survives a power cut as far as a save does.
 * Several programs, and several threads, can use one folder at the same time.
 *
 * <p>A slot's name is refused with a {@link SlotNameException}, by the same rules on every system, if it is empty, longer than 100
 * bytes in UTF-8, begins or ends with a space or a dot; contains one of {@code / \ : * ? " < > |}, a control character or one that
 * cannot be seen; is that of a Windows device such as {@code con} or {@code nul.txt}; is not in Unicode's composed form (NFC); or
 * differs from that of another slot only in case or in how Unicode spells it. A title that may be anything belongs into the record,
 * as a component with {@code @Summary}.
 *
 * <p>Where stores share a file ({@link StoreOptions#shared}), nobody has it for himself, so that a slot can be renamed and deleted while
 * others go on with it; their next save makes it anew.
 *
 * <p>Holds nothing open, and need not be closed. Other files and folders are left alone.
 *
 * @param <T> the record
 */
public final class SaveSlots<T> {

    private final Schema<T> schema;
    private final Path directory;
    private final StoreOptions options;
    private final SlotFolder folder;

    private SaveSlots(Schema<T> schema, Path directory, StoreOptions options) {
        this.schema = schema;
        this.directory = directory;
        this.options = options;
        this.folder = new SlotFolder(directory, options.storage(schema));
    }

    /**
     * The slots in a folder, which need not exist: the first slot makes it.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveSlots<T> in(Schema<T> schema, Path directory) {
        return in(schema, directory, StoreOptions.defaults());
    }

    /**
     * As {@link #in(Schema, Path)}; each slot is opened with these options.
     *
     * @throws UnusableDefaultsException if the schema's defaults cannot be made, which is a mistake in the program
     */
    public static <T> SaveSlots<T> in(Schema<T> schema, Path directory, StoreOptions options) {
        Objects.requireNonNull(schema.defaultValue());
        return new SaveSlots<>(schema, directory, options);
    }

    /** Why no slot can have this name, on whatever system, in words for whoever typed it; empty if one can. */
    public static Optional<String> refusal(String name) {
        return SlotNames.refusal(name);
    }

    /** The folder as it was given. */
    public Path directory() {
        return directory;
    }

    /**
     * The slots, the newest first. Both ends of each file are read. What they do not tell, of a save that is older, newer, edited or
     * damaged, is found out by loading it. Takes no lock and writes nothing, so that a slot that is open is listed as it was saved
     * last. A slot that cannot be read hides no other.
     *
     * @throws IOException if the disk refuses to list the folder
     */
    public List<Slot> list() throws IOException {
        SlotLister<T> lister = new SlotLister<>(schema, options);
        List<SlotEntry> entries = new ArrayList<>(folder.list());
        List<Listed> listed = new ArrayList<>();
        entries.forEach(entry -> listed.add(new Listed(lister.slot(entry), entry)));
        listed.sort(Listed.NEWEST_FIRST);
        return listed.stream().map(Listed::slot).toList();
    }

    /** Seals tell whole seconds, in which a program may save more than once. */
    private record Listed(Slot slot, SlotEntry entry) {

        static final Comparator<Listed> NEWEST_FIRST = Comparator.comparing(
                        (Listed listed) -> listed.slot().time().getEpochSecond())
                .thenComparing(listed -> listed.entry().touched())
                .reversed()
                .thenComparing(listed -> listed.slot().name());
    }

    /**
     * Whether there is a slot of this name: what {@link #open} would not make. Takes no lock; another program may make or delete it
     * the next moment.
     *
     * @throws IOException if the disk refuses to list the folder
     */
    public boolean exists(String name) throws IOException {
        return folder.exists(name);
    }

    /**
     * Reads a slot, repaired and migrated in memory, whoever has it open. Takes no lock and writes nothing.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if there cannot be one
     * @throws IOException if the disk refuses to give it back
     */
    public LoadResult<T> peek(String name) throws IOException {
        return SaveStore.openReadOnly(schema, folder.save(name), options).load();
    }

    /**
     * Opens a slot, which is made if there is none: ask {@link #exists} first where it must not be. Close the store to let go of it.
     *
     * @throws SlotNameException if no slot can have that name
     * @throws InUseException if it is open, here or in another process
     * @throws IOException if the disk refuses
     */
    public SaveStore<T> open(String name) throws IOException {
        return folder.open(name, false, save -> SaveStore.open(schema, save, options));
    }

    /**
     * Opens a new slot. It is listed from now on, as {@link Slot.State#EMPTY} until its first save.
     *
     * @throws SlotNameException if no slot can have that name, or one has it
     * @throws IOException if the disk refuses
     */
    public SaveStore<T> create(String name) throws IOException {
        return folder.open(name, true, save -> SaveStore.open(schema, save, options));
    }

    /**
     * Copies a slot to a new one: its save and the saves behind it, without what was kept aside. It may be open; what was saved last
     * is copied.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if no slot can have the new name, or one has it
     * @throws IOException if the disk refuses; then there is no copy
     */
    public void copy(String from, String to) throws IOException {
        folder.copy(from, to);
    }

    /**
     * Renames a slot.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if no slot can have the new name, or another one has it
     * @throws InUseException if it is open, here or in another process
     * @throws IOException if the disk refuses
     */
    public void rename(String from, String to) throws IOException {
        folder.rename(from, to);
    }

    /**
     * Moves a slot to the trash, from where {@link #restore} brings it back.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if there cannot be one
     * @throws InUseException if it is open, here or in another process
     * @throws IOException if the disk refuses
     */
    public TrashedSlot delete(String name) throws IOException {
        return shown(folder.delete(name));
    }

    /**
     * Removes a slot for good, with its backups and everything else in its folder.
     *
     * @throws NoSuchFileException if there is no such slot
     * @throws SlotNameException if there cannot be one
     * @throws InUseException if it is open, here or in another process
     * @throws IOException if the disk refuses. If the slot is not listed any more, what is left of it goes with the next change
     */
    public void deleteForGood(String name) throws IOException {
        folder.remove(name);
    }

    /**
     * The slots in the trash, the one that was deleted last first.
     *
     * @throws IOException if the disk refuses to list them
     */
    public List<TrashedSlot> trash() throws IOException {
        return folder.trash().stream().map(SaveSlots::shown).toList();
    }

    /**
     * Brings a slot back from the trash, under the name that it had.
     *
     * @throws NoSuchFileException if it is not there any more
     * @throws SlotNameException if another slot has its name by now
     * @throws IOException if the disk refuses
     */
    public void restore(TrashedSlot slot) throws IOException {
        restore(slot, slot.name());
    }

    /**
     * Brings a slot back from the trash under another name.
     *
     * @throws NoSuchFileException if it is not there any more
     * @throws SlotNameException if no slot can have that name, or one has it
     * @throws IOException if the disk refuses
     */
    public void restore(TrashedSlot slot, String name) throws IOException {
        folder.restore(new TrashEntry(slot.id(), slot.name(), slot.time()), name);
    }

    /**
     * Removes for good what was deleted that long ago or longer; {@link Duration#ZERO} for everything.
     *
     * @return what was removed
     * @throws IOException if the disk refuses. What is not in the trash any more is removed
     */
    public List<TrashedSlot> emptyTrash(Duration olderThan) throws IOException {
        return folder.empty(olderThan).stream().map(SaveSlots::shown).toList();
    }

    /**
     * To bring all slots to the newest version, while programs of that version use them. A slot that is open elsewhere is left as it is,
     * unless it is {@link StoreOptions#shared}. Nothing goes to the log for each of them.
     */
    public SaveMigration migration() {
        return SaveMigration.of(new SlotMigration<>(schema, folder, options));
    }

    private static TrashedSlot shown(TrashEntry entry) {
        return new TrashedSlot(entry.name(), entry.time(), entry.id());
    }
}
