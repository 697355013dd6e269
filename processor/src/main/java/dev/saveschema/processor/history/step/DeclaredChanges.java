package dev.saveschema.processor.history.step;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.head.HeadSnapshot;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Json;
import dev.saveschema.processor.history.snapshot.OnlyPlace;
import dev.saveschema.processor.model.Component;
import dev.saveschema.processor.model.JsonPointer;
import dev.saveschema.processor.model.Named;
import dev.saveschema.processor.model.Removal;
import dev.saveschema.processor.model.Rename;
import dev.saveschema.processor.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The changes that annotations declare for the step to a version. */
public final class DeclaredChanges {

    private final HeadSnapshot after;
    private final int version;

    /** @param after the snapshot of that version */
    public DeclaredChanges(HeadSnapshot after) {
        this.after = after;
        this.version = after.snapshot().version();
    }

    public List<Change> all() {
        List<Change> changes = new ArrayList<>(renamed());
        changes.addAll(removed());
        changes.addAll(added());
        changes.addAll(moved());
        return changes;
    }

    /**
     * The typed steps for parts that lead to the head, as changes. Such a step tells what a definition became, even one of another
     * kind.
     */
    public static List<Change> ofParts(List<Step> steps, HeadSnapshot head) {
        return StepParts.declared(steps, head);
    }

    /** The renames that came with the version. */
    List<Change> renamed() {
        List<Change> changes = new ArrayList<>();
        for (Definition definition : after.snapshot().definitions()) {
            for (Named named : after.source(definition.name()).named()) {
                for (Rename rename : named.renames()) {
                    if (rename.since() == version) {
                        changes.add(new Change.Renamed(definition.name(), rename.from(), named.jsonNameIn(version)));
                    }
                }
            }
        }
        return changes;
    }

    /** The removals that came with the version, but for members that the record keeps with its unknown ones. */
    List<Change> removed() {
        List<Change> changes = new ArrayList<>();
        for (Definition definition : after.snapshot().definitions()) {
            for (Removal removal : after.source(definition.name()).removals()) {
                if (removal.since() == version && !removal.isKept()) {
                    changes.add(new Change.Removed(definition.name(), removal.name()));
                }
            }
        }
        return changes;
    }

    /** The members that came with the version, at places where they were not before: added ones and moved ones. */
    List<Change> added() {
        List<Change> changes = new ArrayList<>();
        for (Definition definition : after.snapshot().definitions()) {
            for (Component component : after.components(definition.name())) {
                if (component.since() == version || isMovedHere(component)) {
                    changes.add(new Change.Added(
                            definition.name(), component.jsonNameIn(version), fallback(definition, component)));
                }
            }
        }
        return changes;
    }

    private Optional<Json> fallback(Definition definition, Component component) {
        return ((Definition.Part) definition)
                .member(component.jsonNameIn(version))
                .flatMap(Definition.Member::fallback);
    }

    private boolean isMovedHere(Component component) {
        return component.move().filter(move -> move.since() == version).isPresent();
    }

    /** The moves that came with the version. */
    List<Change> moved() {
        List<Change> changes = new ArrayList<>();
        for (Definition definition : after.snapshot().definitions()) {
            for (Component component : after.components(definition.name())) {
                if (isMovedHere(component)) {
                    OnlyPlace.of(definition.name(), after.snapshot())
                            .ifPresent(place -> changes.add(moved(component, place)));
                }
            }
        }
        return changes;
    }

    private Change moved(Component component, String place) {
        return new Change.Moved(
                after.snapshot().root().name(),
                component.move().orElseThrow().from(),
                place + "/" + JsonPointer.escaped(component.jsonNameIn(version)));
    }
}
