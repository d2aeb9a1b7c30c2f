package groundschool.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is said against a page that has faults, by which it is known that pages without have none.
@BrowserTest
class ComplaintsTest {

    private static final String GOOD =
            """
            <!doctype html><html lang=en><title>A page</title>
            <main><h1>A page</h1><p style="color: #000; background: #fff">Words</p></main>
            """;

    @Test
    void a_good_page_has_none(Visitors visitors) {
        var page = visitors.desktop().page();
        page.setContent(GOOD);

        assertThat(Complaints.about(page)).isEmpty();
        assertThat(Complaints.aboutColours(page)).isEmpty();
    }

    @Test
    void faults_are_named_with_their_place_and_what_to_do(Visitors visitors) {
        var page = visitors.desktop().page();
        page.setContent(
                GOOD.replace("#000", "#bbb")
                        .replace(
                                "</main>",
                                "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='></main>"));

        assertThat(Complaints.about(page))
                .anySatisfy(complaint ->
                        assertThat(complaint)
                                .startsWith("image-alt (")
                                .contains("img", "Fix any of the following:"))
                .anySatisfy(complaint -> assertThat(complaint).startsWith("color-contrast ("))
                .hasSize(2);
        assertThat(Complaints.aboutColours(page))
                .singleElement()
                .asString()
                .startsWith("color-contrast (");
    }

    @Test
    void what_is_wider_than_the_screen_is_named(Visitors visitors) {
        var page = visitors.desktop().page();
        page.setContent(
                GOOD.replace("</main>", "<div class=wide style='width: 3000px'>A</div></main>"));

        assertThat(Complaints.about(page))
                .contains("wider than the screen: div.wide", "the page is 3008 pixels wide");
    }
}
