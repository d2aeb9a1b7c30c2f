package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Takes the pictures in `docs/screenshots`: each page as it looks while somebody learns, on a desk
/// and in a hand, by day and by night.
public final class Screenshots {

    private static final String LAB = "orders-table";

    private final Path folder;
    private final Visitor visitor;
    private final Device device;
    private final String exam;
    private final String taken;

    private Screenshots(Path folder, Visitor visitor, Device device, String exam, String taken) {
        this.folder = folder;
        this.visitor = visitor;
        this.device = device;
        this.exam = exam;
        this.taken = taken;
    }

    /// @param arguments the folder to write to
    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        try (var ground = Ground.open();
                var chromium = new Chromium(Chromium.find().orElseThrow())) {
            var visitors = new Visitors(chromium.browser(), ground);
            var learning = new Learning(visitors.desktop(), ground);
            learnSome(learning);
            var taken = takeAnExam(learning);
            var exam = beginAnExam(learning);
            for (var device : Device.values()) {
                var visitor = visitors.on(device, ColorScheme.LIGHT);
                new Screenshots(folder, visitor, device, exam, taken).takeAll();
            }
            visitors.leave();
        }
    }

    private static void learnSome(Learning learning) {
        learning.markDone("servers-to-serverless");
        learning.takeUp("servers-to-serverless");
        learning.takeUp("anatomy-of-a-function");
        learning.grade(4, 4);
        learning.grade(3, 3);
        learning.work(LAB, 4);
    }

    private static String takeAnExam(Learning learning) {
        var exam = learning.startExam();
        for (int number = 1; number <= 20; number++) {
            learning.answer(exam, number, number % 5 != 2);
        }
        learning.submit(exam);
        return exam;
    }

    private static String beginAnExam(Learning learning) {
        var exam = learning.startExam();
        for (int number = 1; number <= 6; number++) {
            learning.answer(exam, number, true);
        }
        return exam;
    }

    private void takeAll() {
        take("home", "/");
        take("course", "/courses/aws-serverless");
        take("lesson", "/lessons/tables-keys-items");
        visitor.open("/cards").press("Space");
        assertThat(visitor.find(".grades")).isVisible();
        shoot("cards");
        take("exam-question", exam + "?q=5");
        take("exam-result", taken);
        take("labs", "/labs");
        visitor.open("/labs/" + LAB);
        if (device == Device.DESKTOP) {
            visitor.page()
                    .evaluate(
                            "() => document.querySelector('.lab-step:has(.verdict.wait)')?.scrollIntoView()");
        }
        shoot("lab");
        take("progress", "/progress");
        take("search", "/search?q=partition+key");
    }

    private void take(String name, String path) {
        visitor.open(path);
        shoot(name);
    }

    private void shoot(String name) {
        for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
            visitor.page().evaluate("() => document.fonts.ready.then(() => true)");
            var file =
                    "%s-%s-%s.png"
                            .formatted(name, device.word(), theme.name().toLowerCase(Locale.ROOT));
            visitor.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(file)));
        }
        visitor.page()
                .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }
}
