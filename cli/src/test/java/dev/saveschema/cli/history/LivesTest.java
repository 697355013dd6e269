package dev.saveschema.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.processor.history.file.Change;
import dev.saveschema.processor.history.file.History;
import dev.saveschema.processor.history.file.LockedVersion;
import dev.saveschema.processor.history.snapshot.Definition;
import dev.saveschema.processor.history.snapshot.Snapshot;
import dev.saveschema.processor.history.snapshot.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LivesTest {

    private static final ValueType INT = new ValueType.Whole(ValueType.Whole.Width.INT32, ValueType.Bounds.NONE);
    private static final ValueType LONG = new ValueType.Whole(ValueType.Whole.Width.INT64, ValueType.Bounds.NONE);
    private static final ValueType TEXT = new ValueType.Text(ValueType.Text.PLAIN, ValueType.Size.ANY, List.of());

    private final TreeMap<Integer, LockedVersion> versions = new TreeMap<>();

    private static Definition.Member member(String name, ValueType type) {
        return new Definition.Member(name, type, Optional.empty(), "");
    }

    private static Definition.Part part(String name, Definition.Member... members) {
        return new Definition.Part(name, "", Optional.empty(), Arrays.asList(members), false);
    }

    private void version(List<Change> changes, Definition... definitions) {
        int version = versions.size() + 1;
        Snapshot snapshot = new Snapshot("game", version, List.of(definitions));
        versions.put(version, LockedVersion.of(snapshot, changes));
    }

    /** Each life on a line. */
    private List<String> lives() {
        return Lives.of("game", new History(versions, List.of(), List.of())).groups().stream()
                .flatMap(group -> group.lives().stream()
                        .map(life -> group.name() + "." + life.name() + " " + life.born() + "-" + life.last()
                                + life.events().stream()
                                        .map(event -> ", " + event.version() + " " + event.text())
                                        .reduce("", String::concat)))
                .toList();
    }

    @Test
    void memberLivesFromItsFirstVersionToTheOneThatRemovesIt() {
        version(List.of(), part("Game", member("a", INT), member("b", INT)));
        version(List.of(), part("Game", member("a", INT), member("b", INT), member("c", INT)));
        version(List.of(new Change.Removed("Game", "b")), part("Game", member("a", INT), member("c", INT)));
        assertThat(lives()).containsExactly("Game.a 1-3", "Game.c 2-3", "Game.b 1-2, 3 removed");
    }

    @Test
    void renamedMemberIsOneLifeAndANewOneOfItsOldNameIsAnother() {
        version(List.of(), part("Game", member("a", INT)));
        version(List.of(new Change.Renamed("Game", "a", "b")), part("Game", member("b", INT), member("a", TEXT)));
        assertThat(lives()).containsExactly("Game.b 1-2, 2 renamed from a", "Game.a 2-2");
    }

    @Test
    void movedMemberGoesOnInTheObjectThatItIsInNow() {
        Definition.Member settings = member("settings", new ValueType.Defined("Settings"));
        version(List.of(), part("Game", member("volume", INT), settings), part("Settings", member("loud", INT)));
        version(
                List.of(new Change.Moved("Game", "/volume", "/settings/volume")),
                part("Game", settings),
                part("Settings", member("loud", INT), member("volume", INT)));
        assertThat(lives())
                .containsExactly(
                        "Game.settings 1-2", "Settings.loud 1-2", "Settings.volume 1-2, 2 moved here from Game.volume");
    }

    @Test
    void typeChangesByItselfOrIsConvertedByCode() {
        version(List.of(), part("Game", member("a", INT), member("b", INT)));
        version(
                List.of(new Change.Coded("Game", "inWords", Optional.of("b"), Optional.empty())),
                part("Game", member("a", LONG), member("b", TEXT)));
        assertThat(lives()).containsExactly("Game.a 1-2, 2 was int", "Game.b 1-2, 2 converted by inWords, was int");
    }

    @Test
    void objectWhoseClassHasAnotherNameIsTheSameAndOneThatIsGoneKeepsItsName() {
        version(
                List.of(),
                part(
                        "Game",
                        member("level", new ValueType.Defined("Level")),
                        member("old", new ValueType.Defined("Old"))),
                part("Level", member("n", INT)),
                part("Old", member("x", INT)));
        version(
                List.of(new Change.Removed("Game", "old")),
                part("Game", member("level", new ValueType.Defined("Stage"))),
                part("Stage", member("n", INT)));
        assertThat(lives())
                .containsExactly(
                        "Game.level 1-2, 2 was Level",
                        "Game.old 1-1, 2 removed",
                        "Stage.n 1-2",
                        "Old.x 1-1, 2 removed");
    }

    @Test
    void constantsOfAnEnumHaveLivesToo() {
        Definition.Part game = part("Game", member("mode", new ValueType.Defined("Mode")));
        version(List.of(), game, new Definition.Constants("Mode", List.of("EASY", "NORMEL")));
        version(
                List.of(new Change.Renamed("Mode", "NORMEL", "NORMAL")),
                game,
                new Definition.Constants("Mode", List.of("EASY", "NORMAL", "HARD")));
        assertThat(lives())
                .containsExactly(
                        "Game.mode 1-2", "Mode.EASY 1-2", "Mode.NORMAL 1-2, 2 renamed from NORMEL", "Mode.HARD 2-2");
    }
}
