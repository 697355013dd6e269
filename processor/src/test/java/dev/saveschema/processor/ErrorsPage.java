package dev.saveschema.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code docs/errors.md}, taken apart: what it shows before and after, and what is said in between.
 *
 * @param text the whole page
 */
record ErrorsPage(String text) {

    private static final Path PATH = Path.of("..", "docs", "errors.md");
    private static final String REPAIRS = "\n## Repairs\n";
    private static final Pattern HEADING = Pattern.compile("(?m)^### (\\w+)$");
    private static final Pattern BLOCK = Pattern.compile(
            "(?m)(?:^(?<lead>(?:Locked|Before|After)\\b.*:)\n\n)?^```(?<language>\\w*)\n(?<code>(?s:.*?))^```$");

    static ErrorsPage read() {
        try {
            return new ErrorsPage(Files.readString(PATH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sections about compile errors. */
    List<Section> problems() {
        return sections(text.substring(0, text.indexOf(REPAIRS)));
    }

    /** The sections about reasons. */
    List<Section> reasons() {
        return sections(text.substring(text.indexOf(REPAIRS)));
    }

    /** The message in the introduction. */
    String example() {
        return Section.blocks(text.substring(0, text.indexOf("\n## "))).get(0).code();
    }

    private static List<Section> sections(String part) {
        List<MatchResult> headings = HEADING.matcher(part).results().toList();
        List<Section> sections = new ArrayList<>();
        for (int at = 0; at < headings.size(); at++) {
            int end = at + 1 < headings.size() ? headings.get(at + 1).start() : part.length();
            sections.add(new Section(
                    headings.get(at).group(1), part.substring(headings.get(at).end(), end)));
        }
        return sections;
    }

    /** Writes the page anew, with what is said in one section replaced. */
    static void rewrite(Section section, String said) {
        String shown = "\n```\n" + section.said() + "```\n";
        assertThat(section.text()).containsOnlyOnce(shown);
        String page = read().text();
        assertThat(page).contains(section.text());
        try {
            Files.writeString(
                    PATH, page.replace(section.text(), section.text().replace(shown, "\n```\n" + said + "```\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A code block.
     *
     * @param lead the line before it that says what it is, if there is one
     */
    record Block(String lead, String language, String code) {}

    /**
     * The part of the page below one heading.
     *
     * @param id the id of a problem, or the name of a reason
     */
    record Section(String id, String text) {

        private static List<Block> blocks(String text) {
            List<Block> blocks = new ArrayList<>();
            Matcher matcher = BLOCK.matcher(text);
            while (matcher.find()) {
                blocks.add(new Block(
                        Optional.ofNullable(matcher.group("lead")).orElse(""),
                        matcher.group("language"),
                        matcher.group("code")));
            }
            return blocks;
        }

        /** The sources of the versions that are locked, the oldest first. */
        List<String> locked() {
            return led("Locked").map(Block::code).toList();
        }

        Block before() {
            return led("Before").findFirst().orElseThrow();
        }

        /** The mended source; empty if the source was right, and the fault is elsewhere. */
        Optional<String> after() {
            return led("After").map(Block::code).findFirst();
        }

        /** The message, or the lines of a load's report. */
        String said() {
            return blocks(text).stream()
                    .filter(block -> block.language().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .code();
        }

        /** The record of a section about a reason. */
        String schema() {
            return blocks(text).get(0).code();
        }

        private Stream<Block> led(String word) {
            return blocks(text).stream().filter(block -> block.lead().startsWith(word));
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
