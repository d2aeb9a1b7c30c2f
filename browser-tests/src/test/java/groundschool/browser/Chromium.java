package groundschool.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The one browser of this test run. Nothing is downloaded for it: Playwright's driver lies in its
/// jar, and the browser is the machine's own.
final class Chromium implements AutoCloseable {

    /// What to do when there is none.
    static final String HOW_TO_GET =
            "no Chromium found: install Debian's package chromium (sudo apt install chromium) or Google Chrome, "
                    + "or set CHROMIUM to a browser's path";

    /// Long, because machines that run tests are busy.
    static final Duration PATIENCE = Duration.ofSeconds(45);

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<Path> OTHER_PLACES =
            List.of(
                    Path.of("/usr/bin/chromium"),
                    Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                    Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
    private static final List<String> QUIETLY =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    /// Starts it.
    Chromium(Path executable) {
        this.playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        this.browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(QUIETLY)
                                        .setTimeout(PATIENCE.toMillis()));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
    }

    /// The browser that `CHROMIUM` names, or else the first that is found.
    static Optional<Path> find() {
        var named =
                Stream.ofNullable(System.getenv("CHROMIUM"))
                        .filter(name -> !name.isBlank())
                        .map(Path::of);
        var folders =
                Arrays.stream(
                                Optional.ofNullable(System.getenv("PATH"))
                                        .orElse("")
                                        .split(File.pathSeparator))
                        .filter(folder -> !folder.isBlank())
                        .map(Path::of)
                        .toList();
        var onPath =
                NAMES.stream().flatMap(name -> folders.stream().map(each -> each.resolve(name)));
        return Stream.of(named, onPath, OTHER_PLACES.stream())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
