package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// An author saves a file, and the open page shows it.
@BrowserTest
@ChangesContent
class LiveContentTest {

    private static final String LESSON = "/lessons/tables-keys-items";

    private Path file = Path.of("");
    private String good = "";

    @BeforeEach
    void findTheLesson(Ground ground) throws IOException {
        file = ground.course().resolve("05-dynamodb/01-tables-keys-items.md");
        good = Files.readString(file);
    }

    @Test
    void a_saved_file_shows_on_the_open_page(Visitors visitors, TestReporter reporter)
            throws IOException {
        var author = visitors.desktop().open(LESSON);
        author.page().evaluate("() => (window.neverReloaded = true)");

        for (var title : new String[] {"Tables, first", "Tables, second", "Tables, third"}) {
            var saved = System.nanoTime();
            Files.writeString(file, titled(title));
            author.page()
                    .waitForFunction(
                            "title => document.querySelector('h1').textContent === title", title);
            reporter.publishEntry(
                    "milliseconds until the page shows a saved file",
                    String.valueOf(Duration.ofNanos(System.nanoTime() - saved).toMillis()));
        }

        assertThat(author.page()).hasTitle("Tables, third · Groundschool");
        assertThat(author.page().evaluate("() => window.neverReloaded === true")).isEqualTo(true);
    }

    @Test
    void a_broken_file_is_named_and_the_last_good_text_stays(Visitors visitors) throws IOException {
        var author = visitors.desktop().open(LESSON);
        var heading = author.find("h1").innerText();

        Files.writeString(file, good.replaceFirst("(?m)^title: .*$", "titel: Tables"));
        assertThat(author.find(".problems"))
                .containsText(Pattern.compile("01-tables-keys-items\\.md:\\d+: .*title"));
        assertThat(author.find("h1")).hasText(heading);

        Files.writeString(file, good);
        assertThat(author.find(".problems")).hasCount(0);
    }

    @Test
    void what_somebody_types_stays_when_the_content_changes(Ground ground, Visitors visitors)
            throws IOException {
        var learner = visitors.desktop().open("/labs/orders-table");
        learner.find("#command").fill("aws dynamodb list-tables --output text");
        learner.find("#command").focus();

        var lab = ground.labs().resolve("orders-table/lab.md");
        Files.writeString(
                lab, Files.readString(lab).replaceFirst("(?m)^title: .*$", "title: A new title"));

        assertThat(learner.find("h1")).hasText("A new title");
        assertThat(learner.find("#command")).hasValue("aws dynamodb list-tables --output text");
        assertThat(learner.find("#command")).isFocused();
    }

    private String titled(String title) {
        return good.replaceFirst("(?m)^title: .*$", "title: \"" + title + "\"");
    }
}
