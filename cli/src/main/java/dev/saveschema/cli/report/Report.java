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
 * @param title its headline
 * @param save empty if it is about a history only
 * @param lives of the schemas
 */
public record Report(String title, Optional<Save> save, List<Lives> lives) {

    /**
     * A save.
     *
     * @param facts in their order: what it is, and what a load makes of it
     * @param bytes of the file; empty if it is not there
     * @param steps of the migration
     */
    public record Save(
            LinkedHashMap<String, String> facts,
            byte[] bytes,
            List<Repair> repairs,
            List<String> steps,
            List<CopyOfIt> copies) {}

    /**
     * A copy beside it.
     *
     * @param facts what it is
     * @param differences from the copy to the save; empty if it cannot be compared
     */
    public record CopyOfIt(String name, String facts, Optional<List<Difference>> differences) {}
}
