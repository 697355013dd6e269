package dev.saveschema.cli.report;

import dev.saveschema.Repair;
import dev.saveschema.cli.diff.Difference;
import dev.saveschema.cli.history.Lives;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The content of a page.
 *
 * @param title the headline
 * @param save the save; empty if the page is about a history only
 * @param lives the lives of the schemas
 */
public record Report(String title, Optional<Save> save, List<Lives> lives) {

    /**
     * A save.
     *
     * @param facts the facts about the save and its load, in their order
     * @param bytes the bytes of the file; empty if it does not exist
     * @param steps the steps of the migration
     */
    public record Save(
            LinkedHashMap<String, String> facts,
            byte[] bytes,
            List<Repair> repairs,
            List<String> steps,
            List<CopyOfIt> copies) {}

    /**
     * A copy beside the save.
     *
     * @param facts the facts about the copy
     * @param differences the differences from the copy to the save; empty if the copy cannot be compared
     */
    public record CopyOfIt(String name, String facts, Optional<List<Difference>> differences) {}
}
