package dev.saveschema.cli.report;

import dev.saveschema.cli.history.Life;
import dev.saveschema.cli.history.Lives;
import java.util.List;
import java.util.Locale;

/**
 * The life of a schema as pictures, one for each object or enum: a row for each member, a column for each version, and a sign with a
 * label for each birth, rename, move, conversion, change and death. All have their columns at the same places, and each fits on a page of
 * paper. Readers who cannot see the pictures have the table below them.
 */
final class LifePicture {

    private static final int HEAD = 34;
    private static final int ROW = 34;
    private static final int COLUMN = 64;
    private static final int SPACE = 28;
    private static final double NAME_LETTER = 7.4;
    private static final double LABEL_LETTER = 5.5;
    private static final double TYPE_LETTER = 6.2;
    private static final int LEAST_TYPE = 30;
    private static final int LONGEST_TYPE = 44;

    private final Lives lives;
    private final int left;
    private final int width;
    private final StringBuilder svg = new StringBuilder();

    private LifePicture(Lives lives) {
        this.lives = lives;
        this.left = (int) (lives.groups().stream()
                                .flatMap(group -> group.lives().stream())
                                .mapToInt(life -> life.name().length())
                                .max()
                                .orElse(0)
                        * NAME_LETTER)
                + 2 * SPACE;
        int types = (int) (Math.max(LEAST_TYPE, Math.min(LONGEST_TYPE, longestType())) * TYPE_LETTER) + SPACE;
        this.width = left + lives.versions().size() * COLUMN + types;
    }

    private int longestType() {
        return lives.groups().stream()
                .flatMap(group -> group.lives().stream())
                .mapToInt(life -> life.type().length())
                .max()
                .orElse(0);
    }

    static String of(Lives lives) {
        return new LifePicture(lives).draw();
    }

    private String draw() {
        for (Lives.Group group : lives.groups()) {
            draw(group);
        }
        return svg.toString();
    }

    private void draw(Lives.Group group) {
        int height = HEAD + group.lives().size() * ROW + ROW / 2;
        String id = Html.text(lives.id() + "-" + group.name());
        add("""
                <svg class="life" role="img" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" aria-labelledby="title-%3$s" aria-describedby="desc-%3$s">
                <title id="title-%3$s">The life of %4$s</title>
                <desc id="desc-%3$s">Rows are members, columns are versions. The table below says the same.</desc>
                <text class="group" x="8" y="17">%4$s</text>
                """, width, height, id, Html.text(group.name()));
        versions(height);
        int y = HEAD;
        for (Life life : group.lives()) {
            row(life, y + ROW / 2);
            y += ROW;
        }
        svg.append("</svg>\n");
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private void versions(int height) {
        for (int i = 0; i < lives.versions().size(); i++) {
            int version = lives.versions().get(i);
            add(
                    "<line class=\"column\" x1=\"%1$d\" y1=\"%2$d\" x2=\"%1$d\" y2=\"%3$d\"/>%n",
                    x(i), HEAD - 6, height - 6);
            add("<text class=\"version\" x=\"%d\" y=\"16\">%d</text>%n", x(i), version);
            List<String> methods = lives.steps().getOrDefault(version, List.of());
            if (!methods.isEmpty()) {
                add(
                        "<text class=\"code\" x=\"%d\" y=\"27\">ƒ<title>%s</title></text>%n",
                        x(i), Html.text(String.join(", ", methods)));
            }
        }
    }

    private int x(int index) {
        return left + index * COLUMN;
    }

    private int indexOf(int version) {
        return lives.versions().indexOf(version);
    }

    private void row(Life life, int y) {
        boolean isGone = life.removal().isPresent();
        add("<g class=\"%s\">%n", isGone ? "gone" : "alive");
        add("<text class=\"name\" x=\"%d\" y=\"%d\">%s</text>%n", SPACE, y + 4, Html.text(life.name()));
        int end = life.removal()
                .map(removal -> x(indexOf(removal.version())))
                .orElse(x(lives.versions().size() - 1));
        add("<line class=\"lifeline\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n", x(indexOf(life.born())), y, end, y);
        sign("born", life.born(), y, "born in version " + life.born());
        List<Life.Event> events = life.events();
        label("new", life.born(), events.isEmpty() ? -1 : events.get(0).version(), y, "new in version " + life.born());
        for (int i = 0; i < events.size(); i++) {
            Life.Event event = events.get(i);
            sign(kind(event), event.version(), y, "version " + event.version() + ": " + event.text());
            boolean isAlone = i + 1 == events.size() || events.get(i + 1).version() != event.version();
            if (isAlone) {
                int next = i + 1 < events.size() ? events.get(i + 1).version() : -1;
                label(together(events, event.version()), event.version(), next, y, together(events, event.version()));
            }
        }
        if (!isGone) {
            add(
                    "<text class=\"type\" x=\"%d\" y=\"%d\">%s<title>%s</title></text>%n",
                    x(lives.versions().size() - 1) + 16,
                    y + 4,
                    Html.text(cut(life.type(), LONGEST_TYPE)),
                    Html.text(life.type()));
        }
        add("</g>%n");
    }

    private static String together(List<Life.Event> events, int version) {
        return String.join(
                "; ",
                events.stream()
                        .filter(event -> event.version() == version)
                        .map(Life.Event::text)
                        .toList());
    }

    private static String kind(Life.Event event) {
        return event.kind().name().toLowerCase(Locale.ROOT);
    }

    /** Draws the sign of an event. Each kind of event has a shape of its own, so that it can be told without colours. */
    private void sign(String kind, int version, int y, String title) {
        int x = x(indexOf(version));
        String shape = switch (kind) {
            case "born" -> "<circle r=\"5\"/>";
            case "renamed" -> "<path class=\"hollow\" d=\"M0-6.5 6.5 0 0 6.5-6.5 0z\"/>";
            case "moved" -> "<path class=\"hollow\" d=\"M-5-6 6 0-5 6z\"/>";
            case "converted" -> "<path d=\"M0-6.5 6.5 0 0 6.5-6.5 0z\"/>";
            case "changed" -> "<path d=\"M-5-5H5V5H-5z\"/>";
            case "removed" -> "<path class=\"cross\" d=\"M-5-5 5 5M5-5-5 5\"/>";
            default -> throw new AssertionError(kind);
        };
        add(
                "<g class=\"%s\" transform=\"translate(%d %d)\"><title>%s</title>%s</g>%n",
                kind, x, y, Html.text(title), shape);
    }

    /** Draws the label of a sign above the line, cut at the next sign. */
    private void label(String text, int version, int next, int y, String title) {
        int from = x(indexOf(version)) + 9;
        int to = next < 0 ? width - 8 : x(indexOf(next)) - 8;
        int letters = (int) ((to - from) / LABEL_LETTER);
        add(
                "<text class=\"label\" x=\"%d\" y=\"%d\">%s<title>%s</title></text>%n",
                from, y - 8, Html.text(cut(text, letters)), Html.text(title));
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "…";
    }
}
