package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SelectOption;
import groundschool.question.QuestionKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every page, in each of its states, by day and by night: axe finds nothing, nothing is wider than
/// the screen, and the browser has nothing to complain about. One class of tests for each device,
/// so that they can run beside each other.
abstract class EveryPage {

    private static final String LAB = "orders-table";

    private final Device device;

    EveryPage(Device device) {
        this.device = device;
    }

    /// A page in one of its states, and how to come there.
    ///
    /// @param isOneOfMany whether many pages are made of the same parts, by the same styles: their
    ///   colours by night are looked at on one device only
    private record Stop(String name, boolean isOneOfMany, Consumer<Visitor> arrive) {

        Stop(String name, Consumer<Visitor> arrive) {
            this(name, false, arrive);
        }

        static Stop at(String name, String path) {
            return new Stop(name, visitor -> visitor.open(path));
        }

        static Stop oneOfMany(String name, String path) {
            return new Stop(name, true, visitor -> visitor.open(path));
        }
    }

    @TestFactory
    Stream<DynamicTest> of_somebody_new(Ground ground, Visitors visitors) {
        var lessons =
                ground.catalogue().lessons().stream()
                        .map(lesson ->
                                Stop.oneOfMany("lesson " + lesson.id(), "/lessons/" + lesson.id()));
        var stops =
                Stream.of(
                        Stop.at("home", "/"),
                        Stop.at("course", "/courses/aws-serverless"),
                        Stop.at("glossary", "/courses/aws-serverless/glossary"),
                        Stop.at("a term", "/courses/aws-serverless/glossary#cold-start"),
                        Stop.at("formulas", "/courses/aws-serverless/formulas"),
                        Stop.at("services", "/courses/aws-serverless/services"),
                        Stop.at("cards, none yet", "/cards"),
                        Stop.at("exams", "/exams"),
                        Stop.at("labs", "/labs"),
                        Stop.at("progress, nothing yet", "/progress"),
                        Stop.at("search", "/search"),
                        Stop.at("search with results", "/search?q=partition"),
                        Stop.at("search without results", "/search?q=zeppelin"),
                        new Stop("the list of keys", EveryPage::listKeys),
                        new Stop("an error", EveryPage::goAstray));
        var labs =
                ground.catalogue().labs().stream()
                        .map(lab -> Stop.oneOfMany("lab " + lab.id(), "/labs/" + lab.id()));
        return walk(visitors, Stream.of(lessons, labs, stops).flatMap(Function.identity()));
    }

    @TestFactory
    @ChangesContent
    Stream<DynamicTest> of_an_author(Ground ground, Visitors visitors) {
        return walk(
                visitors,
                Stream.of(
                        new Stop(
                                "problems in the content",
                                visitor -> breakAFile(visitor, ground))));
    }

    @TestFactory
    Stream<DynamicTest> of_somebody_under_way(Ground ground, Visitors visitors) {
        var learning = new Learning(visitors.desktop(), ground);
        learning.markDone("servers-to-serverless");
        learning.takeUp("servers-to-serverless");
        learning.takeUp("anatomy-of-a-function");
        learning.grade(3, 3);
        var exam = learning.startExam();
        learning.answer(exam, 1, true);
        learning.work(LAB, 3);
        var practice = Arrays.stream(QuestionKind.values()).flatMap(kind -> practice(ground, kind));
        var stops =
                Stream.of(
                        Stop.at("home, under way", "/"),
                        Stop.at("course, begun", "/courses/aws-serverless"),
                        Stop.at("lesson, done", "/lessons/servers-to-serverless"),
                        Stop.at("cards, asked", "/cards"),
                        new Stop("cards, answered", EveryPage::showAnswer),
                        Stop.at("exams, one under way", "/exams"),
                        Stop.at("exam question", exam + "?q=2"),
                        Stop.at("exam question, answered", exam + "?q=1"),
                        Stop.at("exam review", exam + "/review"),
                        Stop.at("labs, one under way", "/labs"),
                        new Stop("lab, half done", EveryPage::openAllOfTheLab),
                        Stop.at("a lab's functions, none", learning.actions(LAB) + "/functions"),
                        Stop.at("a lab's inbox, empty", learning.actions(LAB) + "/inbox"),
                        Stop.at("progress", "/progress"));
        return walk(visitors, Stream.concat(practice, stops));
    }

    @TestFactory
    Stream<DynamicTest> of_somebody_who_is_done(Ground ground, Visitors visitors) {
        var learning = new Learning(visitors.desktop(), ground);
        ground.catalogue().lessons().forEach(lesson -> learning.markDone(lesson.id()));
        learning.takeUp("tables-keys-items");
        learning.grade(100, 4);
        var exam = learning.startExam();
        for (int number = 1; number <= 10; number++) {
            learning.answer(exam, number, number % 3 != 0);
        }
        learning.submit(exam);
        learning.work(LAB, 100);
        var stops =
                Stream.of(
                        Stop.at("home, done", "/"),
                        Stop.at("course, done", "/courses/aws-serverless"),
                        Stop.at("cards, done", "/cards"),
                        Stop.at("exams, one taken", "/exams"),
                        Stop.at("exam result", exam),
                        Stop.at("labs, one worked on", "/labs"),
                        new Stop("lab, worked on", EveryPage::openAllOfTheLab),
                        new Stop("progress, all of it", EveryPage::openAllOfProgress));
        return walk(visitors, stops);
    }

    private Stream<DynamicTest> walk(Visitors visitors, Stream<Stop> stops) {
        var visitor = visitors.on(device, ColorScheme.LIGHT);
        return stops.flatMap(stop ->
                stop.isOneOfMany() && device != Device.DESKTOP
                        ? Stream.of(test(stop, visitor, ColorScheme.LIGHT))
                        : Stream.of(
                                test(stop, visitor, ColorScheme.LIGHT),
                                test(stop, visitor, ColorScheme.DARK)));
    }

    /// By night nobody goes there anew: the page changes its colours where it stands, and nothing
    /// else, so that nothing else is asked about.
    private DynamicTest test(Stop stop, Visitor visitor, ColorScheme theme) {
        var name =
                "%s (%s, %s)"
                        .formatted(
                                stop.name(), device.word(), theme.name().toLowerCase(Locale.ROOT));
        return DynamicTest.dynamicTest(
                name,
                () -> {
                    visitor.page()
                            .emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                    if (theme == ColorScheme.LIGHT) {
                        stop.arrive().accept(visitor);
                    }

                    var complaints =
                            theme == ColorScheme.LIGHT
                                    ? Complaints.about(visitor.page())
                                    : Complaints.aboutColours(visitor.page());

                    assertThat(complaints).isEmpty();
                    assertThat(visitor.faults()).isEmpty();
                });
    }

    /// A question of this kind: asked, with nothing checked, and graded.
    private static Stream<Stop> practice(Ground ground, QuestionKind kind) {
        for (var lesson : ground.catalogue().lessons()) {
            for (int place = 0; place < lesson.questions().size(); place++) {
                if (lesson.questions().get(place).kind() == kind) {
                    var path = "/lessons/%s/questions?q=%d".formatted(lesson.id(), place + 1);
                    return Stream.of(
                            Stop.at(kind.word() + ", asked", path),
                            new Stop(
                                    kind.word() + ", graded",
                                    visitor -> answer(visitor.open(path), kind)));
                }
            }
        }
        throw new IllegalStateException("no question is of the kind " + kind.word());
    }

    private static void answer(Visitor visitor, QuestionKind kind) {
        switch (kind) {
            case CHOICE, MULTIPLE_RESPONSE -> visitor.press("b");
            case ORDERING, MATCHING ->
                    visitor.find("main select")
                            .first()
                            .selectOption(new SelectOption().setIndex(1));
            case NUMBER -> visitor.find("#number").fill("7");
        }
        visitor.button("Check").click();
        assertThat(visitor.find(".practice-verdict")).isVisible();
    }

    private static void showAnswer(Visitor visitor) {
        visitor.open("/cards").press("Space");
        assertThat(visitor.find(".grades")).isVisible();
    }

    private static void listKeys(Visitor visitor) {
        visitor.open("/").press("?");
        assertThat(visitor.find("#keys")).isVisible();
    }

    private static void goAstray(Visitor visitor) {
        visitor.expecting("status of 404").open("/lessons/there-is-none").sees("Error 404");
    }

    private static void breakAFile(Visitor visitor, Ground ground) {
        write(
                ground.course().resolve("01-foundations/unit.md"),
                "---\nid: foundations\ntitel: Foundations\n---\n");
        visitor.open("/");
        assertThat(visitor.find(".problems")).isVisible();
    }

    private static void openAllOfTheLab(Visitor visitor) {
        visitor.open("/labs/" + LAB);
        openAllDetails(visitor);
    }

    private static void openAllOfProgress(Visitor visitor) {
        visitor.open("/progress");
        openAllDetails(visitor);
    }

    private static void openAllDetails(Visitor visitor) {
        visitor.page()
                .evaluate(
                        "() => document.querySelectorAll('main details').forEach((each) => (each.open = true))");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
