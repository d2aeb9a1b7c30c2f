package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// The commands of a lesson, run where they stand.
@BrowserTest
class LessonRunTest {

    private static final String LESSON = "/lessons/tables-keys-items";

    @Test
    void blocks_run_one_after_the_other_in_one_sandbox(Visitors visitors) {
        var learner = visitors.desktop().open(LESSON);
        learner.page().evaluate("() => (window.neverReloaded = true)");

        for (int number = 0; number < 4; number++) {
            run(block(learner, number));
        }

        assertThat(output(block(learner, 0))).containsText("\"TableName\": \"orders\"");
        assertThat(output(block(learner, 1))).hasText("It worked, and printed nothing.");
        assertThat(output(block(learner, 2))).containsText("\"Count\": 1");
        assertThat(output(block(learner, 3))).containsText("baked");
        assertThat(learner.page().evaluate("() => window.neverReloaded === true")).isEqualTo(true);
        assertThat(learner.find(".run-note")).hasCount(1);

        learner.open(LESSON);
        assertThat(output(block(learner, 3))).containsText("baked");
    }

    @Test
    void ctrl_and_enter_run_the_block_that_has_the_focus_also_when_it_was_changed(
            Visitors visitors) {
        var learner = visitors.desktop().open(LESSON);
        var first = block(learner, 0);

        first.locator("pre").first().focus();
        learner.press("Control+Enter");
        assertThat(output(first)).containsText("TableDescription");
        first.locator(".run-edit summary").click();
        first.locator("textarea")
                .fill("aws dynamodb list-tables\naws dynamodb describe-limits --query no");
        learner.press("Control+Enter");

        assertThat(output(first).locator(".terminal-command")).containsText("list-tables");
        assertThat(output(first)).containsText("\"orders\"");
        learner.open(LESSON);
        assertThat(block(learner, 0).locator("textarea"))
                .hasValue(java.util.regex.Pattern.compile("list-tables"));
    }

    @Test
    void what_was_edited_and_not_yet_run_stays_when_the_page_changes(Visitors visitors) {
        var learner = visitors.desktop().open(LESSON);
        var first = block(learner, 0);
        first.locator(".run-edit summary").click();
        first.locator("textarea").fill("aws dynamodb list-tables");

        learner.button("Mark as done").click();
        learner.sees("You marked this lesson done.");

        assertThat(first.locator("textarea")).hasValue("aws dynamodb list-tables");
        assertThat(first.locator("textarea")).isVisible();
        assertThat(learner.faults()).isEmpty();
    }

    @Test
    void what_takes_longer_than_a_second_says_so_and_can_be_stopped(Visitors visitors) {
        var learner = visitors.desktop().open(LESSON);
        var first = block(learner, 0);
        first.locator(".run-edit summary").click();
        first.locator("textarea").fill("aws dynamodb wait table-exists --table-name nothing");

        first.getByText("Run these instead").click();
        assertThat(first.locator("[data-busy]")).containsText("Running … 1 s");
        first.getByText("Stop").click();

        assertThat(output(first)).containsText("stopped");
        assertThat(first.locator("[data-busy]")).isHidden();
    }

    @Test
    void starting_over_empties_the_sandbox_and_can_be_undone(Visitors visitors) {
        var learner = visitors.desktop().open(LESSON);
        var first = block(learner, 0);
        assertThat(first.getByText("Start over")).isHidden();
        run(first);

        first.getByText("Start over").click();
        assertThat(output(first)).isHidden();
        run(block(learner, 2));
        assertThat(output(block(learner, 2))).containsText("ResourceNotFoundException");
        first.getByText("Undo").click();

        assertThat(output(first)).containsText("TableDescription");
        run(block(learner, 1));
        assertThat(output(block(learner, 1))).hasText("It worked, and printed nothing.");
    }

    @Test
    void it_works_without_a_script(Visitors visitors) {
        var learner = visitors.withoutScript().open(LESSON);

        block(learner, 0).locator(".run-tools button").first().click();
        assertThat(output(block(learner, 0))).containsText("TableDescription");
        block(learner, 0).getByText("Start over").click();
        assertThat(output(block(learner, 0))).isHidden();
        block(learner, 0).getByText("Undo").click();
        assertThat(output(block(learner, 0))).containsText("TableDescription");
    }

    @Test
    void axe_finds_nothing_in_what_came_back(Visitors visitors) {
        for (var device : Device.values()) {
            var learner = visitors.on(device, ColorScheme.LIGHT).open(LESSON);
            run(block(learner, 0));
            block(learner, 2).locator(".run-edit summary").click();
            run(block(learner, 2));
            run(block(learner, 1));
            run(block(learner, 4));
            assertThat(output(block(learner, 4))).containsText("ConditionalCheckFailedException");
            for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                learner.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));

                assertThat(Complaints.about(learner.page()))
                        .as(device.word() + theme.name().toLowerCase(Locale.ROOT))
                        .isEmpty();
            }
            assertThat(learner.faults()).isEmpty();
        }
    }

    private static Locator block(Visitor learner, int number) {
        return learner.find("[data-run]").nth(number);
    }

    private static Locator output(Locator block) {
        return block.locator("[data-output]");
    }

    /// Presses *Run*, and waits for what comes back.
    private static void run(Locator block) {
        block.locator(".run-tools button").first().click();
        assertThat(block.locator(".terminal-entry > *").first()).isVisible();
        assertThat(block).not().hasAttribute("data-running", "yes");
    }
}
