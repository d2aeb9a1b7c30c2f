package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every page has for those who do not use a mouse.
@BrowserTest
class FrameByKeyboardTest {

    @BeforeAll
    void share(Ground ground) {
        assertThat(ground.origin()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/courses/aws-serverless",
                "/lessons/tables-keys-items",
                "/cards",
                "/exams",
                "/labs",
                "/labs/orders-table",
                "/progress",
                "/search?q=table",
                "/nowhere"
            })
    void a_slash_goes_to_the_search(String path, Visitors visitors) {
        var reader = visitors.desktop().expecting("status of 404").open(path);

        reader.press("/");
        reader.page().keyboard().type("cold start");
        reader.press("Enter");

        assertThat(reader.page()).hasURL(Pattern.compile("/search\\?q=cold\\+start$"));
        assertThat(reader.find(".results li").first()).isVisible();
    }

    @Test
    void on_a_phone_the_search_has_a_page(Visitors visitors) {
        var reader = visitors.on(Device.PHONE, ColorScheme.DARK).open("/");

        reader.press("/");

        assertThat(reader.page()).hasURL(Pattern.compile("/search$"));
        assertThat(reader.find("#q")).isFocused();
    }

    @Test
    void a_slash_in_a_field_is_a_slash(Visitors visitors) {
        var reader = visitors.desktop().open("/search");

        reader.find("#q").fill("");
        reader.page().keyboard().type("a/b?c");

        assertThat(reader.find("#q")).hasValue("a/b?c");
        assertThat(reader.find("#keys")).isHidden();
    }

    @Test
    void the_first_tab_offers_to_skip_to_the_content(Visitors visitors) {
        var reader = visitors.desktop().open("/courses/aws-serverless").press("Tab");
        assertThat(reader.find(".skip")).isFocused();
        assertThat(reader.find(".skip")).isInViewport();

        reader.press("Enter");

        assertThat(reader.find("#main")).isFocused();
        reader.press("Tab");
        assertThat(reader.find("#main :focus")).hasCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/courses/aws-serverless",
                "/lessons/servers-to-serverless",
                "/cards",
                "/exams",
                "/labs/orders-table",
                "/progress",
                "/search"
            })
    void whatever_has_the_focus_shows_it(String path, Visitors visitors) {
        var reader = visitors.desktop().open(path);
        reader.page().evaluate("() => document.activeElement.blur()");

        var unseen =
                Stream.generate(() -> reader.press("Tab").page().evaluate(RING))
                        .limit(40)
                        .map(String::valueOf)
                        .filter(text -> !text.isEmpty())
                        .toList();

        assertThat(unseen).isEmpty();
    }

    /// Names the element that has the focus if nothing is drawn around it.
    private static final String RING =
            """
            () => {
              const at = document.activeElement;
              if (!at || at === document.body || at.id === "main") {
                return "";
              }
              const drawn = (each) => {
                const style = getComputedStyle(each);
                return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              };
              return drawn(at) || [...at.parentElement.children].some(drawn) || drawn(at.parentElement) ? "" : at.outerHTML;
            }
            """;

    @Test
    void marking_a_lesson_done_keeps_the_focus_there(Visitors visitors) {
        var reader = visitors.desktop().open("/lessons/tables-keys-items");

        reader.press("d");
        reader.sees("You marked this lesson done.");
        reader.tabTo("Take the mark back").press("Enter");

        assertThat(reader.button("Mark as done")).isVisible();
        assertThat(reader.find("#done :focus")).hasCount(1);
    }

    @Test
    void the_theme_changes_at_once_and_stays(Visitors visitors) {
        var reader = visitors.desktop().open("/");
        assertThat(reader.find("html")).not().hasAttribute("data-theme", Pattern.compile(".+"));

        reader.tabTo("Theme: as the system").press("Enter").press("Enter");

        assertThat(reader.find("html")).hasAttribute("data-theme", "dark");
        reader.open("/progress");
        assertThat(reader.find("html")).hasAttribute("data-theme", "dark");
        assertThat(
                        reader.page()
                                .evaluate(
                                        "() => getComputedStyle(document.documentElement).backgroundColor"))
                .isEqualTo("rgb(16, 21, 27)");
    }
}
