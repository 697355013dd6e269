package dev.saveschema.storage.file;

import dev.saveschema.Copy;
import dev.saveschema.SaveReceipt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the steps of a save for its receipt. A save may put two files in place: an unfinished one, and its own. */
final class ReceiptBuilder {

    private final List<Path> preserved = new ArrayList<>();
    private Optional<String> backupSkipped = Optional.empty();

    void add(Publication.Preparation prepared) {
        preserved.addAll(prepared.preserved());
        backupSkipped = prepared.backupSkipped().or(() -> backupSkipped);
    }

    SaveReceipt receipt(long generation) {
        List<Copy> once = preserved.stream().distinct().map(Copy::of).toList();
        return new SaveReceipt(generation, true, backupSkipped, once);
    }
}
