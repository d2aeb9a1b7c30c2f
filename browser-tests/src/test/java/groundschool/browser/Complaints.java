package groundschool.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;
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

    private Complaints() {}

    /// All of them; empty if the page is good.
    static List<String> about(Page page) {
        return Stream.concat(byAxe(page), byRuler(page)).toList();
    }

    /// Those about the colours of a page whose colours alone have changed.
    static List<String> aboutColours(Page page) {
        return violations(new AxeBuilder(page).withRules(COLOURS)).toList();
    }

    private static Stream<String> byAxe(Page page) {
        return violations(new AxeBuilder(page).withTags(RULES));
    }

    private static Stream<String> violations(AxeBuilder axe) {
        return axe.setLegacyMode(true).analyze().getViolations().stream().map(Complaints::words);
    }

    private static String words(Rule rule) {
        return rule.getNodes().stream()
                .map(node ->
                        "%s\n    %s\n    %s"
                                .formatted(
                                        node.getTarget(), node.getHtml(), node.getFailureSummary()))
                .collect(
                        Collectors.joining(
                                "\n  ", "%s (%s)\n  ".formatted(rule.getId(), rule.getHelp()), ""));
    }

    private static Stream<String> byRuler(Page page) {
        return page.evaluate(WIDER_THAN_THE_SCREEN) instanceof List<?> wide
                ? wide.stream().map(String::valueOf)
                : Stream.of();
    }
}
