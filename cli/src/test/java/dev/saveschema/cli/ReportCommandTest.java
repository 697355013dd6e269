package dev.saveschema.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {

    @TempDir
    private Path folder;

    @Test
    void pageThatIsThereIsReplacedOnlyWhenToldTo() throws Exception {
        Path file = Cli.write(folder.resolve("a.json"), "{\"$version\": 4, \"x\": 1}");
        Path page = Cli.write(folder.resolve("page.html"), "mine");
        Cli refused = Cli.run("report", file.toString(), "--html", page.toString());
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("is there already");
        assertThat(Files.readString(page)).isEqualTo("mine");
        assertThat(Cli.run("report", file.toString(), "--html", page.toString(), "--overwrite")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(page)).startsWith("<!doctype html>");
    }

    @Test
    void contentOfASaveStaysTextInThePage() throws Exception {
        Path file = Cli.write(
                folder.resolve("a.json"),
                "{\"$version\": 4, \"<img src=x onerror=alert(1)>\": \"</pre><script>&'\u001b[31m\u202e\", \"%s%n\": 1}");
        Path page = folder.resolve("page.html");
        Cli.run("report", file.toString(), "-p", Cli.PROGRAM, "-s", "progress", "--html", page.toString());
        assertThat(Files.readString(page))
                .contains("&lt;img src=x onerror=alert(1)&gt;", "&lt;/pre&gt;&lt;script&gt;&amp;&#39;", "%s%n")
                .doesNotContain("<img", "<script", "\u001b", "\u202e");
    }

    @Test
    void pageIsTheSameEachTime() throws Exception {
        Path file = Cli.write(folder.resolve("a.json"), "{\"$version\": 4, \"x\": 1}");
        for (String name : new String[] {"1.html", "2.html"}) {
            Cli.run(
                    "report",
                    file.toString(),
                    "--history",
                    Cli.HISTORY.toString(),
                    "--html",
                    folder.resolve(name).toString());
        }
        assertThat(folder.resolve("1.html")).hasSameTextualContentAs(folder.resolve("2.html"));
    }

    @Test
    void reportIsAboutSomething() {
        assertThat(Cli.run("report", "--html", folder.resolve("page.html").toString())
                        .err())
                .startsWith("saveschema: say what the report is about: a FILE, --history, or both\n");
    }
}
