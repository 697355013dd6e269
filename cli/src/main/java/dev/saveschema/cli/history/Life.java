package dev.saveschema.cli.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The life of one member, constant or kind of object through the versions of a schema. It grows while the versions are read in order.
 */
public final class Life {

    private final int born;
    private final List<Event> events = new ArrayList<>();
    private String name;
    private String type;
    private int last;

    Life(int born, String name, String type) {
        this.born = born;
        this.name = name;
        this.type = type;
        this.last = born;
    }

    /** An event in a version. */
    public enum Kind {
        RENAMED,
        MOVED,
        /** Converted by a developer's method. */
        CONVERTED,
        /** Changed to a type that reads the old values, or to other limits. */
        CHANGED,
        REMOVED
    }

    /**
     * An event in the life.
     *
     * @param version the first version after the event
     * @param text the event in words: {@code renamed from nick}
     */
    public record Event(int version, Kind kind, String text) {}

    void renamed(int version, String from, String to) {
        events.add(new Event(version, Kind.RENAMED, "renamed from " + from));
        name = to;
    }

    void moved(int version, String from, String to) {
        events.add(new Event(version, Kind.MOVED, "moved here from " + from));
        name = to;
    }

    void converted(int version, String method, String to) {
        events.add(new Event(version, Kind.CONVERTED, "converted by " + method + ", was " + type));
        type = to;
    }

    void changed(int version, String to) {
        events.add(new Event(version, Kind.CHANGED, "was " + type));
        type = to;
    }

    void lives(int version) {
        last = version;
    }

    void removed(int version) {
        events.add(new Event(version, Kind.REMOVED, "removed"));
    }

    /** The newest name. */
    public String name() {
        return name;
    }

    /** The newest type, with its limits; empty for a constant, which has none. */
    public String type() {
        return type;
    }

    /** The first version that has the member or constant. */
    public int born() {
        return born;
    }

    /** The last version that has the member or constant. */
    public int last() {
        return last;
    }

    public List<Event> events() {
        return Collections.unmodifiableList(events);
    }

    public Optional<Event> removal() {
        return events.stream().filter(event -> event.kind() == Kind.REMOVED).findFirst();
    }

    /** The events in a version, the most important first. */
    public List<Event> in(int version) {
        return events.stream().filter(event -> event.version() == version).toList();
    }
}
