package groundschool.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What there is to say against a page as it stands: by axe, and by a ruler.
final class Complaints {

    private static final List<String> RULES =
            List.of(
                    "wcag2a",
                    "wcag2aa",
                    "wcag21a",
                    "wcag21aa",
                    "wcag22a",
                    "wcag22aa",
                    "best-practice");

    private static final List<String> COLOURS = List.of("color-contrast", "link-in-text-block");

    private static final String WIDER_THAN_THE_SCREEN =
            """
            () => document.documentElement.scrollWidth <= screen.width ? [] : [...document.querySelectorAll("body *")]
                .filter((each) => each.getBoundingClientRect().right > screen.width + 1 && !each.closest(".table-wrap, pre"))
                .map((each) => `wider than the screen: ${each.tagName.toLowerCase()}.${each.className}`)
                .slice(0, 5)
                .concat(`the page is ${document.documentElement.scrollWidth} pixels wide`)
            """;

    private static final String AXE = "() => { %s }".formatted(AxeBuilder.getAxeScript());

    private static final String HAS_AXE = "() => window.axe !== undefined";

    /// Asks axe for nothing but what is wrong. To describe all that is right as well, as its
    /// builder for Playwright has it do, takes longer than to look.
    private static final String VIOLATIONS =
            """
            async (wanted) => (await axe.run(document, { runOnly: wanted, resultTypes: ["violations"] })).violations.map((rule) =>
                [`${rule.id} (${rule.help})`,
                 ...rule.nodes.map((node) => [node.target, node.html, node.failureSummary].join("\\n    "))].join("\\n  "))
            """;

    private Complaints() {}

    /// All of them; empty if the page is good.
    static List<String> about(Page page) {
        return Stream.concat(byAxe(page, "tag", RULES), byRuler(page)).toList();
    }

    /// Those about the colours of a page whose colours alone have changed.
    static List<String> aboutColours(Page page) {
        return byAxe(page, "rule", COLOURS).toList();
    }

    private static Stream<String> byAxe(Page page, String type, List<String> values) {
        page.frames().forEach(Complaints::bringAxe);
        return words(page.evaluate(VIOLATIONS, Map.of("type", type, "values", values)));
    }

    private static void bringAxe(Frame frame) {
        if (!Boolean.TRUE.equals(frame.evaluate(HAS_AXE))) {
            frame.evaluate(AXE);
        }
    }

    private static Stream<String> byRuler(Page page) {
        return words(page.evaluate(WIDER_THAN_THE_SCREEN));
    }

    /// @throws IllegalStateException if it is no list, which would be no answer
    private static Stream<String> words(Object list) {
        if (list instanceof List<?> complaints) {
            return complaints.stream().map(String::valueOf);
        }
        throw new IllegalStateException("the page answers with " + list);
    }
}
