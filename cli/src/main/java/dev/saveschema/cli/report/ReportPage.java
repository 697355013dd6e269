package dev.saveschema.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.saveschema.Repair;
import dev.saveschema.cli.diff.Difference;
import dev.saveschema.cli.history.Life;
import dev.saveschema.cli.history.Lives;
import dev.saveschema.cli.save.ShownPointer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A report as one page of HTML. It loads no script, no font and no picture. */
public final class ReportPage {

    private static final int LONGEST_VALUE = 200;

    private final Report report;
    private final StringBuilder html = new StringBuilder();

    private ReportPage(Report report) {
        this.report = report;
    }

    public static String of(Report report) throws IOException {
        return new ReportPage(report).page();
    }

    private String page() throws IOException {
        add("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <a class="skip" href="#content">To the content</a>
                <header><h1>%s</h1></header>
                """, Html.text(report.title()), style(), Html.text(report.title()));
        navigation();
        add("<main id=\"content\">\n");
        report.save().ifPresent(this::save);
        report.lives().forEach(this::life);
        add("</main>\n<footer>Made by saveschema report.</footer>\n</body>\n</html>\n");
        return html.toString();
    }

    private static String style() throws IOException {
        try (InputStream style = ReportPage.class.getResourceAsStream("report.css")) {
            if (style == null) {
                throw new FileNotFoundException("this jar was built without report.css");
            }
            return new String(style.readAllBytes(), UTF_8);
        }
    }

    private void add(String format, Object... values) {
        html.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }

    private void navigation() {
        add("<nav aria-label=\"Sections\"><ul>\n");
        if (report.save().isPresent()) {
            link("save", "The save");
            link("repairs", "What a load repairs");
            link("file", "The file");
            link("copies", "Beside it");
        }
        report.lives().forEach(lives -> link("life-" + lives.id(), "The life of " + lives.id()));
        add("</ul></nav>\n");
    }

    private void link(String id, String text) {
        add("<li><a href=\"#%s\">%s</a></li>\n", Html.text(id), Html.text(text));
    }

    private void begin(String id, String title) {
        add(
                "<section id=\"%1$s\" aria-labelledby=\"%1$s-title\">\n<h2 id=\"%1$s-title\">%2$s</h2>\n",
                Html.text(id), Html.text(title));
    }

    private void end() {
        add("</section>\n");
    }

    private void save(Report.Save save) {
        begin("save", "The save");
        add("<dl>\n");
        save.facts().forEach((label, text) -> add("<dt>%s</dt><dd>%s</dd>\n", Html.text(label), Html.text(text)));
        add("</dl>\n");
        end();
        MarkedText text = MarkedText.of(save.bytes(), save.repairs());
        begin("repairs", "What a load repairs");
        repairs(save.repairs(), text.numbers());
        if (!save.steps().isEmpty()) {
            add("<h3>Migration</h3>\n<ol>\n");
            save.steps().forEach(step -> add("<li>%s</li>\n", Html.text(step)));
            add("</ol>\n");
        }
        end();
        begin("file", "The file");
        if (save.bytes().length == 0) {
            add("<p>It is empty, or not there.</p>\n");
        } else {
            add(
                    "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Text of the file\"><pre>%s</pre></div>\n",
                    text.html());
        }
        end();
        begin("copies", "Beside it");
        if (save.copies().isEmpty()) {
            add("<p>No backups, and nothing kept aside.</p>\n");
        }
        save.copies().forEach(this::copy);
        end();
    }

    private void repairs(List<Repair> repairs, Set<Integer> marked) {
        if (repairs.isEmpty()) {
            add("<p>Nothing: everything is used as it stands in the file.</p>\n");
            return;
        }
        add("""
                <div class="scroll" tabindex="0" role="region" aria-label="Repairs">
                <table>
                <thead><tr><th scope="col">No.</th><th scope="col">Place</th><th scope="col">What is wrong</th><th scope="col">What becomes of it</th><th scope="col">Reason</th></tr></thead>
                <tbody>
                """);
        for (int i = 0; i < repairs.size(); i++) {
            Repair repair = repairs.get(i);
            add(
                    "<tr id=\"repair-%1$d\"><td>%6$s</td><th scope=\"row\">%2$s</th><td>%3$s</td><td>%4$s</td><td><code>%5$s</code></td></tr>\n",
                    i + 1,
                    Html.text(repair.place()),
                    Html.text(repair.problem()),
                    Html.text(repair.used()),
                    repair.reason(),
                    marked.contains(i + 1)
                            ? "<a href=\"#mark-%1$d\">%1$d</a>".formatted(i + 1)
                            : Integer.toString(i + 1));
        }
        add("</tbody>\n</table>\n</div>\n");
    }

    private void copy(Report.CopyOfIt copy) {
        if (copy.differences().isEmpty()) {
            add("<p class=\"copy\"><code>%s</code> %s</p>\n", Html.text(copy.name()), Html.text(copy.facts()));
            return;
        }
        List<Difference> differences = copy.differences().get();
        add(
                "<details><summary><code>%s</code> %s; %s</summary>\n",
                Html.text(copy.name()),
                Html.text(copy.facts()),
                differences.isEmpty()
                        ? "means the same as the save"
                        : differences.size() == 1
                                ? "1 difference to the save"
                                : differences.size() + " differences to the save");
        add("<ul class=\"differences\">\n");
        differences.forEach(difference -> add("<li>%s</li>\n", text(difference)));
        add("</ul>\n</details>\n");
    }

    private static String text(Difference difference) {
        String place = "<strong>" + Html.text(ShownPointer.inWords(difference.pointer())) + "</strong> ";
        if (difference instanceof Difference.Added added) {
            return place + "is new: <ins>" + value(added.value()) + "</ins>";
        }
        if (difference instanceof Difference.Removed removed) {
            return place + "is gone: <del>" + value(removed.value()) + "</del>";
        }
        if (difference instanceof Difference.Moved moved) {
            return "<strong>" + Html.text(ShownPointer.inWords(moved.from())) + "</strong> moved to " + place
                    + ", still " + value(moved.value());
        }
        Difference.Changed changed = (Difference.Changed) difference;
        return place + "was <del>" + value(changed.from()) + "</del>, is <ins>" + value(changed.to()) + "</ins>";
    }

    private static String value(JsonNode value) {
        String text = value.toString();
        return Html.text(text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…");
    }

    private void life(Lives lives) {
        begin("life-" + lives.id(), "The life of " + lives.id());
        add("""
                <ul class="legend">
                <li><svg viewBox="-8 -8 16 16" aria-hidden="true"><g class="born"><circle r="5"/></g></svg> born</li>
                <li><svg viewBox="-8 -8 16 16" aria-hidden="true"><g class="renamed"><path class="hollow" d="M0-6.5 6.5 0 0 6.5-6.5 0z"/></g></svg> renamed</li>
                <li><svg viewBox="-8 -8 16 16" aria-hidden="true"><g class="moved"><path class="hollow" d="M-5-6 6 0-5 6z"/></g></svg> moved</li>
                <li><svg viewBox="-8 -8 16 16" aria-hidden="true"><g class="converted"><path d="M0-6.5 6.5 0 0 6.5-6.5 0z"/></g></svg> converted by code</li>
                <li><svg viewBox="-8 -8 16 16" aria-hidden="true"><g class="changed"><path d="M-5-5H5V5H-5z"/></g></svg> other type or limits</li>
                <li><svg viewBox="-8 -8 16 16" aria-hidden="true"><g class="removed"><path class="cross" d="M-5-5 5 5M5-5-5 5"/></g></svg> removed</li>
                </ul>
                """);
        add(
                "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the life of %s\">\n%s</div>\n",
                Html.text(lives.id()), LifePicture.of(lives));
        if (!lives.steps().isEmpty()) {
            add("<h3>Steps in code</h3>\n<ul>\n");
            lives.steps()
                    .forEach((version, methods) -> add(
                            "<li>to version %d: <code>%s</code></li>\n",
                            version, Html.text(String.join(", ", methods))));
            add("</ul>\n");
        }
        add("""
                <details><summary>The same as a table</summary>
                <div class="scroll" tabindex="0" role="region" aria-label="Table of the life of %s">
                <table>
                <thead><tr><th scope="col">Member</th><th scope="col">Type</th><th scope="col">Since</th><th scope="col">Until</th><th scope="col">What happened</th></tr></thead>
                <tbody>
                """, Html.text(lives.id()));
        for (Lives.Group group : lives.groups()) {
            group.lives().forEach(life -> row(group, life));
        }
        add("</tbody>\n</table>\n</div>\n</details>\n");
        end();
    }

    private void row(Lives.Group group, Life life) {
        add(
                "<tr><th scope=\"row\">%s.%s</th><td>%s</td><td>%d</td><td>%s</td><td>%s</td></tr>\n",
                Html.text(group.name()),
                Html.text(life.name()),
                Html.text(life.type()),
                life.born(),
                life.removal().isPresent() ? Integer.toString(life.last()) : "",
                Html.text(String.join(
                        "; ",
                        life.events().stream()
                                .map(event -> event.version() + ": " + event.text())
                                .toList())));
    }
}
