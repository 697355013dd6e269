package dev.saveschema.example.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A developer changes the record and forgets the version: what the compiler says, and what it takes. */
final class ForgottenVersionScene implements Scene {

    private static final String LAST_COMPONENT = "        Settings settings) {";
    private static final String ONE_MORE = "        Settings settings,\n        List<String> badges) {";

    @Override
    public String title() {
        return "A change without a new version";
    }

    @Override
    public String folder() {
        return "forgotten-version";
    }

    @Override
    public void play(Page page, Path folder) throws IOException {
        page.say(
                "Version 4 is released, and files of it are on people's disks. A developer adds a component and forgets to"
                        + " raise the version. This is a copy of the record, compiled with the example's own history.");
        page.space();
        Path project = Path.of(System.getProperty("tour.project", "example"));
        Path sources = project.resolve("src/main/java");
        String source = Files.readString(sources.resolve("dev/saveschema/example/Progress.java"));
        String changed = source.replace(LAST_COMPONENT, ONE_MORE);
        BrokenPromiseException.unless(!changed.equals(source), "the copy has a component more");
        page.row("added", "List<String> badges");

        Javac javac = new Javac(sources, project.resolve("src/main/saveschema"), folder);
        List<String> refusal = javac.errors(changed);
        BrokenPromiseException.unless(
                refusal.stream().anyMatch(line -> line.contains("[SaveSchema/VersionNotBumped]")),
                "a change without a new version does not compile");
        page.repaired("javac", refusal.get(0));
        page.lines("", refusal.subList(1, refusal.size()));
        page.space();
        List<String> afterwards = javac.errors(changed.replace("version = 4", "version = 5"));
        BrokenPromiseException.unless(afterwards.isEmpty(), "with a new version it compiles: " + afterwards);
        page.good("version = 5", "compiles; files of versions 1 to 4 will have no badges");
    }
}
