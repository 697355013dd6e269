package dev.saveschema.cli.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Debian's Chromium, where it is installed with its driver; a test is skipped where it is not. */
final class Browser implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/bin", "/usr/lib/chromium", "/usr/local/bin");

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open(int width, int height) {
        File chromedriver = installed("chromedriver");
        File chromium = installed("chromium");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium);
        options.addArguments(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=" + width + "," + height);
        LoggingPreferences everything = new LoggingPreferences();
        everything.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", everything);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    private static File installed(String program) {
        List<Path> found = PLACES.stream()
                .map(place -> Path.of(place, program))
                .filter(Files::isExecutable)
                .toList();
        if (found.isEmpty()) {
            System.out.println("Reports are not looked at in a browser: there is no " + program
                    + ". On Debian: apt-get install chromium chromium-driver");
        }
        assumeTrue(!found.isEmpty(), program + " is not installed");
        return found.get(0).toFile();
    }

    ChromeDriver driver() {
        return driver;
    }

    void show(Path page) {
        driver.get(page.toUri().toString());
    }

    /** The complaints of the browser about the page. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(entry -> entry.getLevel() + " " + entry.getMessage())
                .toList();
    }

    void prefersDark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String script) {
        return (List<String>) driver.executeScript(script);
    }

    void screenshot(String name) throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("cli.work", "target/work")));
        Files.write(folder.resolve(name), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
