package dev.saveschema.storage.slots;

import dev.saveschema.SlotNameException;
import dev.saveschema.storage.disk.FileOps;
import dev.saveschema.storage.disk.FileOps.Attributes;
import dev.saveschema.storage.disk.FileOps.Kind;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The slots of a folder by name. A name is looked up in the listing and never asked of the system, which may take {@code ADA} for
 * {@code ada}.
 *
 * @param path the folder's real path
 */
record SlotDirectory(FileOps ops, Path path) {

    private static final String SAVE = "save.json";

    /** The file that a slot's save has, in the slot's folder. */
    static Path save(Path slot) {
        return slot.resolve(SAVE);
    }

    /** The slots' folders, in no order. */
    List<Path> slots() throws IOException {
        List<Path> slots = new ArrayList<>();
        for (String listed : ops.directories(path)) {
            if (isSlot(listed)) {
                slots.add(path.resolve(listed));
            }
        }
        return slots;
    }

    private static boolean isSlot(String listed) {
        return SlotNames.refusal(SlotNames.ofListed(listed)).isEmpty();
    }

    /** The name of the slot that a folder is. */
    static String name(Path slot) {
        return SlotNames.ofListed(slot.getFileName().toString());
    }

    private boolean isDirectory(Path slot) throws IOException {
        return ops.attributes(slot).map(Attributes::kind).equals(Optional.of(Kind.DIRECTORY));
    }

    /**
     * The folder of a slot; empty if there is none.
     *
     * @throws SlotNameException if no slot can have that name, or something that is no slot has it, or one whose name differs
     *     only in case or in how Unicode spells it
     */
    Optional<Path> find(String name) throws IOException {
        requireName(name);
        List<Path> alike = alike(name);
        for (Path listed : alike) {
            if (name(listed).equals(name)) {
                if (isDirectory(listed)) {
                    return Optional.of(listed);
                }
                throw refused(name, "something else in the folder has it");
            }
        }
        if (!alike.isEmpty()) {
            throw refused(name, "it differs only in case, or in how Unicode spells it, from " + name(alike.get(0)));
        }
        return Optional.empty();
    }

    /** @throws NoSuchFileException if there is no such slot */
    Path require(String name) throws IOException {
        return find(name)
                .orElseThrow(
                        () -> new NoSuchFileException(path.resolve(name).toString(), null, "there is no such slot"));
    }

    /**
     * The folder that a new slot gets.
     *
     * @param renamed the folder that is about to be renamed so, which may have the name, or one like it
     */
    Path requireFree(String name, Optional<Path> renamed) throws IOException {
        requireName(name);
        List<Path> others = new ArrayList<>(alike(name));
        renamed.ifPresent(others::remove);
        if (!others.isEmpty()) {
            String other = name(others.get(0));
            throw refused(
                    name,
                    other.equals(name)
                            ? "there is one already"
                            : "it differs only in case, or in how Unicode spells it, from " + other);
        }
        return path.resolve(name);
    }

    private List<Path> alike(String name) throws IOException {
        String key = SlotNames.key(name);
        List<Path> alike = new ArrayList<>();
        for (String listed : ops.list(path, listed -> SlotNames.key(listed).equals(key))) {
            try {
                alike.add(path.resolve(listed));
            } catch (InvalidPathException unmappable) {
                throw refused(name, "something in the folder has a name like it that this program cannot spell");
            }
        }
        return alike;
    }

    private static void requireName(String name) throws SlotNameException {
        Optional<String> refusal = SlotNames.refusal(name);
        if (refusal.isPresent()) {
            throw refused(name, refusal.get());
        }
    }

    private static SlotNameException refused(String name, String reason) {
        return new SlotNameException(name, reason);
    }
}
