package dev.saveschema.document;

import dev.saveschema.LoadLimits;
import dev.saveschema.MigratedStep;
import dev.saveschema.codec.RepairLog;
import dev.saveschema.codec.SaveReader;
import dev.saveschema.codec.SaveWriter;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The schema of a {@link Ship}, with a step from version 2 of a test's own. */
record Shipyard(BiConsumer<ObjectNode, RepairLog> step) implements DocumentSchema<Ship> {

    private static final DocumentSchema<Ship> SHIPS = Ship.ShipSchema.INSTANCE;

    @Override
    public int version() {
        return SHIPS.version();
    }

    @Override
    public int oldestVersion() {
        return SHIPS.oldestVersion();
    }

    @Override
    public int unversionedVersion() {
        return SHIPS.unversionedVersion();
    }

    @Override
    public Ship defaultValue() {
        return SHIPS.defaultValue();
    }

    @Override
    public @Nullable Ship read(SaveReader in) {
        return SHIPS.read(in);
    }

    @Override
    public void write(SaveWriter out, Ship ship) {
        SHIPS.write(out, ship);
    }

    @Override
    public List<MigratedStep> migrate(ObjectNode document, int from, LoadLimits limits, RepairLog log) {
        List<MigratedStep> steps = SHIPS.migrate(document, from, limits, log);
        step.accept(document, log);
        return steps;
    }
}
