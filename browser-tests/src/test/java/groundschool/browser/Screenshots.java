package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Takes the pictures in `docs/screenshots`: each page as it looks while somebody learns, on a desk
/// and in a hand, by day and by night. It runs only when it is asked to:
///
/// ```
/// mvn test -pl browser-tests -am -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false
/// ```
@BrowserTest
class Screenshots {

    private static final String LAB = "orders-table";
    private static final long LARGEST_BYTES = 3_000_000;
    private static final Path FOLDER = Path.of("../docs/screenshots");

    @Test
    void are_taken(Ground ground, Visitors visitors) throws IOException {
        Files.createDirectories(FOLDER);
        var learning = new Learning(visitors.desktop(), ground);
        learnSome(learning);
        var taken = takeAnExam(learning);
        var exam = beginAnExam(learning);

        for (var device : Device.values()) {
            new Camera(visitors.on(device, ColorScheme.LIGHT), device, exam, taken).takeAll();
        }

        try (var pictures = Files.list(FOLDER)) {
            assertThat(pictures.mapToLong(each -> each.toFile().length()).sum())
                    .isLessThan(LARGEST_BYTES);
        }
    }

    private static void learnSome(Learning learning) {
        learning.markDone("servers-to-serverless");
        learning.takeUp("servers-to-serverless");
        learning.takeUp("anatomy-of-a-function");
        learning.grade(4, 4);
        learning.grade(3, 3);
        learning.work(LAB, 3);
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

    /// @param exam the path of an exam under way
    /// @param taken the path of one that is over
    private record Camera(Visitor visitor, Device device, String exam, String taken) {

        void takeAll() throws IOException {
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

        private void take(String name, String path) throws IOException {
            visitor.open(path);
            shoot(name);
        }

        private void shoot(String name) throws IOException {
            for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                visitor.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                visitor.page().evaluate("() => document.fonts.ready.then(() => true)");
                var file =
                        "%s-%s-%s.png"
                                .formatted(
                                        name, device.word(), theme.name().toLowerCase(Locale.ROOT));
                Palette.write(visitor.page().screenshot(), FOLDER.resolve(file));
            }
            visitor.page()
                    .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
    }
}
