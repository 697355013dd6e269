package dev.saveschema.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs with mistakes that newcomers make, each with everything that javac prints: a mistake is told once, and what follows from it
 * does not bury it. Beside each record is a program that uses what would have been generated. After a change of a message,
 * {@code -Dtest=NewcomersMistakesTest -Dgolden.update=true} writes the messages anew; then read the diff.
 */
class NewcomersMistakesTest {

    private static final Path PAGE = Path.of("src/test/resources/mistakes.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");

    /** Uses what is generated for {@code Progress}. */
    private static final String APP = """
            public class App {
                public static void main(String[] arguments) throws java.io.IOException {
                    try (SaveStore<Progress> store = ProgressSchema.open(java.nio.file.Path.of(arguments[0]))) {
                        System.out.println(store.load().value());
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    /** @param said what javac prints */
    record Mistake(String title, List<String> locked, String source, String said) {

        static Mistake of(String section) {
            List<MatchResult> blocks = BLOCK.matcher(section).results().toList();
            List<String> sources = blocks.stream()
                    .filter(block -> block.group(1).equals("java"))
                    .map(block -> block.group(2))
                    .toList();
            int last = sources.size() - 1;
            return new Mistake(
                    section.lines().findFirst().orElseThrow(),
                    sources.subList(0, last),
                    sources.get(last),
                    blocks.get(blocks.size() - 1).group(2));
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static List<Mistake> mistakes() throws IOException {
        return Arrays.stream(Files.readString(PAGE).split("(?m)^## "))
                .skip(1)
                .map(Mistake::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldAndNothingBesides(Mistake mistake) throws IOException {
        CommandLineJavac javac = new CommandLineJavac(folder);
        String history = "-Asaveschema.history=" + javac.history();
        for (String source : mistake.locked()) {
            javac.compile(List.of(history, "-Asaveschema.lock=true"), source);
        }
        boolean isTopLevel = mistake.source().startsWith("@SaveSchema");
        String[] sources = isTopLevel ? new String[] {mistake.source(), APP} : new String[] {mistake.source()};
        String said = String.join("", javac.compile(List.of(history), sources));
        if (Boolean.getBoolean("golden.update")) {
            rewrite(mistake, said);
            return;
        }
        assertThat(said).isEqualTo(mistake.said());
    }

    private static void rewrite(Mistake mistake, String said) throws IOException {
        String page = Files.readString(PAGE);
        String before = mistake.source() + "```\n\n```\n";
        int from = page.indexOf(before) + before.length();
        Files.writeString(PAGE, page.substring(0, from) + said + page.substring(page.indexOf("```\n", from)));
    }
}
