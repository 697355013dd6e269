package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    @TempDir
    private Path folder;

    private Path history;

    @BeforeEach
    void copyHistory() throws Exception {
        history = folder.resolve("saveschema");
        copy(Cli.HISTORY, history);
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @Test
    void lifeOfEachMemberIsARow() {
        Cli shown = Cli.run("history", history.toString());
        assertThat(shown.out())
                .startsWith("progress, 4 versions locked\n")
                .contains(
                        "    study_time       ●────────◆    Duration; 4: converted by minutesToDuration, was int, at least 0\n")
                .contains("    display_name     ●─────◇───    String, at most 24 characters; 3: renamed from nick\n")
                .contains("    xp_points           ●──────    long, at least 0\n")
                .contains("  to 2: awardXpForFinishedTasks (code)\n");
        assertThat(shown.exitCode()).isZero();
        assertThat(Cli.run("history", history.resolve("progress").toString())).isEqualTo(shown);
        assertThat(Cli.run("history", history.toString(), "--json")
                        .json()
                        .at("/schemas/0/definitions/0/members/4/events/0/text")
                        .asString())
                .isEqualTo("renamed from nick");
    }

    @Test
    void fileThatWasEditedAfterItWasLockedIsSaid() throws Exception {
        edit("2.schema.json");
        Cli shown = Cli.run("history", history.toString());
        assertThat(shown.out()).contains("version 2: its file was edited after it was locked");
        assertThat(shown.exitCode()).isEqualTo(1);
    }

    private void edit(String file) throws Exception {
        Path path = history.resolve("progress").resolve(file);
        Files.writeString(path, Files.readString(path).replace("\"minimum\": 1", "\"minimum\": 0"));
    }

    @Test
    void newVersionBehindTheNewestIsNoBreach() throws Exception {
        Path older = folder.resolve("older");
        copy(history, older);
        Files.delete(older.resolve("progress/4.schema.json"));
        Files.delete(older.resolve("progress/4.sample.json"));
        Cli grown = Cli.run("history", "check", history.toString(), "--against", older.toString());
        assertThat(grown.out()).startsWith("only grown since ");
        assertThat(grown.exitCode()).isZero();
    }

    @Test
    void changeRemovalAndInsertionAreBreaches() throws Exception {
        Path older = folder.resolve("older");
        copy(history, older);
        Files.delete(older.resolve("progress/1.schema.json"));
        edit("3.schema.json");
        Files.delete(history.resolve("progress/2.sample.json"));
        Cli checked = Cli.run("history", "check", history.toString(), "--against", older.toString());
        assertThat(checked.out())
                .contains("progress/1.schema.json is new, though version 4 was locked already")
                .contains("progress/2.sample.json was locked, and is gone")
                .contains("progress/3.schema.json was locked, and has changed")
                .contains("3 breaches since");
        assertThat(checked.exitCode()).isEqualTo(1);
    }

    @Test
    void endsOfLinesThatGitChangesAreNoBreach() throws Exception {
        Path older = folder.resolve("older");
        copy(history, older);
        Path file = older.resolve("progress/3.schema.json");
        Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));
        assertThat(Cli.run("history", "check", history.toString(), "--against", older.toString())
                        .exitCode())
                .isZero();
    }

    @Test
    void revisionOfGitIsAsGoodAsAFolder() throws Exception {
        git("init", "-q");
        git("add", "saveschema");
        git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "Lock");
        assertThat(Cli.run("history", "check", history.toString(), "--against", "HEAD")
                        .exitCode())
                .isZero();
        edit("3.schema.json");
        Cli changed = Cli.run("history", "check", history.toString(), "--against", "HEAD");
        assertThat(changed.out()).contains("progress/3.schema.json was locked, and has changed");
        Cli unknown = Cli.run("history", "check", history.toString(), "--against", "--output=x");
        assertThat(unknown.exitCode()).isEqualTo(3);
        assertThat(unknown.err()).startsWith("saveschema: git rev-parse: ");
    }

    private void git(String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(arguments))
                .toList();
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @Test
    void folderWithoutAHistoryIsSaid() {
        Cli none =
                Cli.run("history", folder.resolve("saveschema/progress/../..").toString());
        assertThat(none.exitCode()).isEqualTo(3);
        assertThat(none.err()).contains("has no version's file");
    }
}
