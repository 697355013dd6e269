package dev.saveschema.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.saveschema.SaveStore;
import dev.saveschema.cli.Cli;
import dev.saveschema.example.Progress;
import dev.saveschema.example.ProgressSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Looks at reports as people do: in a browser, with a keyboard, by a screen reader's names, in the dark. */
class ReportInBrowserTest {

    @TempDir
    private Path folder;

    private Path reportOfBrokenSave() throws Exception {
        Path file = folder.resolve("progress.json");
        try (SaveStore<Progress> store = ProgressSchema.open(file)) {
            Progress progress = store.load().value();
            for (int step = 1; step <= 3; step++) {
                store.save(ProgressSchema.with(progress).currentStepId(step).done());
            }
        }
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"current_step_id\": 3", "\"current_step_id\": -3")
                        .replace("\"volume\": 80", "\"volume\": 400, \"<script>alert(1)</script>\": \"</pre><b>\""));
        return report(file.toString(), "-p", Cli.PROGRAM, "-s", "progress", "--history", Cli.HISTORY.toString());
    }

    private Path reportOfLargeHistory() throws Exception {
        LargeHistory.lockIn(folder.resolve("history"));
        return report("--history", folder.resolve("history").toString());
    }

    private Path report(String... arguments) {
        Path page = folder.resolve("report.html");
        List<String> command = new java.util.ArrayList<>(List.of("report", "--html", page.toString()));
        command.addAll(List.of(arguments));
        Cli run = Cli.run(command.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return page;
    }

    @Test
    void pageNeedsNothingElseAndTheBrowserHasNoComplaint() throws Exception {
        try (Browser browser = Browser.open(1400, 1600)) {
            browser.show(reportOfBrokenSave());
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.driver().executeScript("return performance.getEntriesByType('resource').length"))
                    .isEqualTo(0L);
            assertThat(browser.driver().findElements(By.cssSelector("script, b, img, iframe")))
                    .as("what a save holds stays text")
                    .isEmpty();
            assertThat(browser.texts("return [...document.querySelectorAll('mark')].map(mark => mark.textContent)"))
                    .containsExactly("-3", "400", "\"</pre><b>\"");
            assertThat(browser.driver()
                            .findElement(By.cssSelector("#copies details"))
                            .getText())
                    .contains("progress.json.bak1", "3 differences to the save");
            browser.screenshot("report.png");
        }
    }

    @Test
    void keyboardReachesEverything() throws Exception {
        try (Browser browser = Browser.open(1400, 1600)) {
            browser.show(reportOfBrokenSave());
            WebElement skip = tab(browser);
            assertThat(skip.getText()).isEqualTo("To the content");
            assertThat(skip.getLocation().getX())
                    .as("it is seen once it has the focus")
                    .isNotNegative();
            skip.sendKeys(Keys.ENTER);
            assertThat(browser.driver().getCurrentUrl()).endsWith("#content");
            WebElement next = tab(browser);
            assertThat(next.getAccessibleName()).isEqualTo("Repairs");
            WebElement first = tab(browser);
            first.sendKeys(Keys.ENTER);
            assertThat(browser.driver().getCurrentUrl()).endsWith("#mark-1");
            WebElement summary = browser.driver().findElement(By.cssSelector("#copies summary"));
            summary.sendKeys(Keys.ENTER);
            assertThat(browser.driver()
                            .findElement(By.cssSelector("#copies details li"))
                            .getText())
                    .isEqualTo("current_step_id was 2, is -3");
        }
    }

    private static WebElement tab(Browser browser) {
        browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
        return browser.driver().switchTo().activeElement();
    }

    @Test
    void screenReaderFindsNamesAndHeadingsInOrder() throws Exception {
        try (Browser browser = Browser.open(1400, 1600)) {
            browser.show(reportOfBrokenSave());
            assertThat(browser.driver().findElement(By.tagName("html")).getAttribute("lang"))
                    .isEqualTo("en");
            WebElement picture = browser.driver().findElement(By.cssSelector("svg.life"));
            assertThat(picture.getAriaRole()).isIn("img", "image");
            assertThat(picture.getAccessibleName()).isEqualTo("The life of Progress");
            assertThat(browser.driver().findElements(By.cssSelector("section, [role=region], nav")))
                    .filteredOn(WebElement::isDisplayed)
                    .hasSizeGreaterThan(6)
                    .allSatisfy(region -> assertThat(region.getAccessibleName()).isNotBlank());
            assertThat(browser.texts(
                            "return [...document.querySelectorAll('h1, h2, h3')].map(heading => heading.tagName)"))
                    .startsWith("H1", "H2")
                    .containsOnlyOnce("H1");
            assertThat(browser.texts("return [...document.querySelectorAll('a[href^=\"#\"]')].map(link => link.hash)"
                            + ".filter(hash => !document.getElementById(decodeURIComponent(hash.slice(1))))"))
                    .as("links that lead nowhere")
                    .isEmpty();
        }
    }

    @Test
    void fortyMembersAndTwentyVersionsAreReadable() throws Exception {
        try (Browser browser = Browser.open(1900, 1700)) {
            browser.show(reportOfLargeHistory());
            assertThat(browser.complaints()).isEmpty();
            assertThat(browser.driver().findElements(By.cssSelector(".life .name")))
                    .hasSizeGreaterThan(40);
            assertThat(browser.driver().findElements(By.cssSelector(".life:first-child .version")))
                    .hasSize(LargeHistory.VERSIONS);
            for (String sign : List.of("born", "renamed", "moved", "converted", "changed", "removed")) {
                assertThat(browser.driver().findElements(By.cssSelector(".life ." + sign)))
                        .as(sign)
                        .isNotEmpty();
            }
            assertThat(browser.texts(OVERLAPS)).as("texts over one another").isEmpty();
            assertThat(browser.texts(OUTSIDE))
                    .as("texts that are cut off by the picture's edge")
                    .isEmpty();
            browser.screenshot("report-large.png");
        }
    }

    private static final String OVERLAPS = """
            const texts = [...document.querySelectorAll('.life text')].map(text => {
              const box = text.getBoundingClientRect();
              return {text: text.firstChild.textContent, left: box.left, right: box.right, top: box.top + 3, bottom: box.bottom - 3};
            });
            const overlaps = [];
            texts.forEach((a, i) => texts.slice(i + 1).forEach(b => {
              if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) {
                overlaps.push(a.text + ' / ' + b.text);
              }
            }));
            return overlaps;
            """;

    private static final String OUTSIDE = """
            return [...document.querySelectorAll('.life text')]
              .filter(text => {
                const picture = text.closest('svg').getBoundingClientRect();
                return text.getBoundingClientRect().right > picture.right || text.getBoundingClientRect().left < picture.left;
              })
              .map(text => text.textContent);
            """;

    @Test
    void textIsReadableInTheLightAndInTheDark() throws Exception {
        try (Browser browser = Browser.open(1400, 1600)) {
            browser.show(reportOfBrokenSave());
            assertThat(browser.texts(PALE)).as("in the light").isEmpty();
            browser.prefersDark();
            assertThat(browser.texts("return [getComputedStyle(document.body).backgroundColor]"))
                    .containsExactly("rgb(13, 17, 23)");
            assertThat(browser.texts(PALE)).as("in the dark").isEmpty();
            browser.screenshot("report-dark.png");
        }
    }

    /** A script that finds texts with too little contrast to their background: less than 4.5 to 1, which WCAG 2 asks of text. */
    private static final String PALE = """
            const numbers = colour => colour.match(/[\\d.]+/g).map(Number);
            const luminance = colour => numbers(colour).slice(0, 3)
              .map(part => part / 255).map(part => part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
              .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
            const behind = element => {
              for (let at = element; at; at = at.parentElement) {
                const colour = getComputedStyle(at).backgroundColor;
                if (colour !== 'rgba(0, 0, 0, 0)') return colour;
              }
              return 'rgb(255, 255, 255)';
            };
            return [...document.querySelectorAll('h1, h2, dt, dd, a, th, td, code, mark, ins, del, summary, p, li, .life text')]
              .filter(element => element.textContent.trim())
              .filter(element => {
                const style = getComputedStyle(element);
                const a = luminance(element.closest('svg') ? style.fill : style.color);
                const b = luminance(behind(element));
                return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
              })
              .map(element => element.tagName + ' ' + element.className + ' ' + element.textContent);
            """;

    @Test
    void narrowScreenScrollsTablesAndNotThePage() throws Exception {
        try (Browser browser = Browser.open(500, 900)) {
            browser.show(reportOfBrokenSave());
            assertThat(
                            browser.driver()
                                    .executeScript(
                                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isEqualTo(0L);
        }
    }
}
