package dev.saveschema.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The page {@code docs/errors.md} of this version, which is in the jar. */
record ErrorsPage(List<Section> sections) {

    private static final String RESOURCE = "/dev/saveschema/cli/docs/errors.md";
    private static final int MOST_SIMILAR = 3;

    /** The section of one code. */
    record Section(String chapter, String code, List<String> lines) {}

    static ErrorsPage read() throws IOException {
        try (InputStream page = ErrorsPage.class.getResourceAsStream(RESOURCE)) {
            if (page == null) {
                throw new FileNotFoundException("this jar was built without " + RESOURCE);
            }
            return of(new String(page.readAllBytes(), UTF_8));
        }
    }

    static ErrorsPage of(String page) {
        List<Section> sections = new ArrayList<>();
        String chapter = "";
        boolean isCode = false;
        for (String line : page.lines().toList()) {
            isCode ^= line.startsWith("```");
            if (!isCode && line.startsWith("## ")) {
                chapter = line.substring(3);
            } else if (!isCode && line.startsWith("### ")) {
                sections.add(new Section(chapter, line.substring(4), new ArrayList<>()));
            } else if (!sections.isEmpty()
                    && sections.get(sections.size() - 1).chapter().equals(chapter)) {
                sections.get(sections.size() - 1).lines().add(line);
            }
        }
        return new ErrorsPage(sections.stream().map(ErrorsPage::stripped).toList());
    }

    private static Section stripped(Section section) {
        List<String> lines = String.join("\n", section.lines()).strip().lines().toList();
        return new Section(section.chapter(), section.code(), lines);
    }

    Optional<Section> find(String code) {
        // The exact code comes first: a compile error and a reason may differ only in upper and lower case.
        return find(section -> section.code().equals(code))
                .or(() -> find(section -> section.code().equalsIgnoreCase(code)))
                .or(() -> find(section -> folded(section).equals(folded(code))));
    }

    private Optional<Section> find(Predicate<Section> isWanted) {
        return sections.stream().filter(isWanted).findFirst();
    }

    private static String folded(Section section) {
        return folded(section.code());
    }

    private static String folded(String code) {
        return code.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** The codes with the most similar spelling. */
    List<String> near(String code) {
        String wanted = folded(code);
        int most = Math.max(2, wanted.length() / 3);
        return sections.stream()
                .filter(section -> distance(folded(section), wanted) <= most
                        || folded(section).contains(wanted))
                .sorted(Comparator.comparingInt(section -> distance(folded(section), wanted)))
                .limit(MOST_SIMILAR)
                .map(Section::code)
                .toList();
    }

    /** How many letters have to be inserted, removed or replaced to make one text of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
