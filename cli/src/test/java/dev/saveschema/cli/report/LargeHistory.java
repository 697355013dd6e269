package dev.saveschema.cli.report;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.HistoryDirectory;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A made-up game of 40 members that has lived through 20 versions in which everything happens that can. */
final class LargeHistory {

    static final int VERSIONS = 20;

    private static final ValueType INT = new ValueType.Whole(ValueType.Whole.Width.INT32, ValueType.Bounds.NONE);
    private static final ValueType LONG = new ValueType.Whole(ValueType.Whole.Width.INT64, ValueType.Bounds.NONE);
    private static final ValueType TEXT = new ValueType.Text("", new ValueType.Size(0, 24), List.of());
    private static final ValueType SETTINGS = new ValueType.Defined("Settings");

    private static final List<String> WORDS = List.of(
            "level", "lives", "coins", "nick", "tasks", "badges", "energy", "armour", "quests", "friends", "scores",
            "streak");

    private final List<Definition.Member> members = new ArrayList<>();
    private final List<Definition.Member> settings = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private LargeHistory() {
        for (int i = 0; i < 12; i++) {
            members.add(member(WORDS.get(i), i % 3 == 0 ? TEXT : INT));
        }
        members.add(new Definition.Member("settings", SETTINGS, Optional.empty(), ""));
        settings.add(member("hints", new ValueType.Flag()));
    }

    private static Definition.Member member(String name, ValueType type) {
        return new Definition.Member(name, type, Optional.empty(), "");
    }

    /** Locks the versions in a folder. */
    static void lockIn(Path folder) throws IOException {
        LargeHistory history = new LargeHistory();
        HistoryDirectory directory = new HistoryDirectory(folder);
        for (int version = 1; version <= VERSIONS; version++) {
            if (version > 1) {
                history.change(version);
            }
            Snapshot snapshot = new Snapshot(
                    "castle",
                    version,
                    List.of(
                            new Definition.Part("Castle", "", Optional.empty(), history.members, false),
                            new Definition.Part("Settings", "", Optional.empty(), history.settings, false)));
            directory.lock(LockedVersion.of(snapshot, history.changes), "{}\n");
        }
    }

    private void change(int version) {
        changes.clear();
        add(version);
        if (version % 3 == 0) {
            rename(version % 12, WORDS.get(version % 12) + "Of" + version);
        }
        if (version % 4 == 0) {
            convert((version + 5) % 12);
        }
        if (version == 7 || version == 13) {
            move(version == 7 ? 14 : 15);
        }
        if (version == 10 || version == 17) {
            remove(version == 10 ? 10 : 9);
        }
        if (version == 15) {
            members.set(1, member(members.get(1).name(), LONG));
        }
    }

    private void add(int version) {
        String name = "since" + version;
        members.add(member(name, version % 2 == 0 ? INT : TEXT));
        changes.add(new Change.Added("Castle", name, Optional.empty()));
        if (version % 2 == 0) {
            settings.add(member("option" + version, INT));
            changes.add(new Change.Added("Settings", "option" + version, Optional.empty()));
        }
    }

    private void rename(int at, String name) {
        Definition.Member old = members.get(at);
        members.set(at, member(name, old.type()));
        changes.add(new Change.Renamed("Castle", old.name(), name));
    }

    private void convert(int at) {
        Definition.Member old = members.get(at);
        if (old.type() == SETTINGS) {
            return;
        }
        members.set(at, member(old.name(), old.type() == TEXT ? LONG : TEXT));
        changes.add(new Change.Coded("Castle", "convert_" + old.name(), Optional.of(old.name()), Optional.empty()));
    }

    private void move(int at) {
        Definition.Member moved = members.remove(at);
        settings.add(moved);
        changes.add(new Change.Moved("Castle", "/" + moved.name(), "/settings/" + moved.name()));
    }

    private void remove(int at) {
        Definition.Member gone = members.remove(at);
        changes.add(new Change.Removed("Castle", gone.name()));
    }
}
