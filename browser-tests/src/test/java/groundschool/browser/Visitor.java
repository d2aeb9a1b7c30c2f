package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Somebody at a browser, who notes whatever the pages do that they must not: errors and refused
/// policies on the console, requests to other hosts, answers that failed.
final class Visitor {

    private static final Set<String> OWN_HOSTS = Set.of("localhost", "127.0.0.1");

    /// Enough to walk through every page of the site.
    private static final int MOST_TABS = 150;

    private final BrowserContext context;
    private final Ground ground;
    private final Page page;
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final List<String> expected = new CopyOnWriteArrayList<>();

    Visitor(BrowserContext context, Ground ground) {
        this.context = context;
        this.ground = ground;
        context.onConsoleMessage(this::note);
        context.onWebError(error -> faults.add(error.error()));
        context.onRequest(this::note);
        context.onResponse(this::note);
        this.page = context.newPage();
    }

    private void note(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            faults.add("%s: %s".formatted(message.location(), message.text()));
        }
    }

    private void note(Request request) {
        var address = URI.create(request.url().split("[?#]", 2)[0]);
        if (String.valueOf(address.getScheme()).startsWith("http")
                && !OWN_HOSTS.contains(address.getHost())) {
            faults.add("a request to another host: " + request.url());
        }
    }

    private void note(Response response) {
        if (response.status() >= 500) {
            faults.add("%d from %s".formatted(response.status(), response.url()));
        }
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /// Another tab of the same browser.
    Page anotherTab() {
        return context.newPage();
    }

    /// Goes to an address of the site.
    ///
    /// @param path such as `/cards`
    Visitor open(String path) {
        page.navigate(ground.origin() + path);
        return this;
    }

    /// Presses a key, such as `a`, `Enter` or `Space`.
    Visitor press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /// Moves the focus with the tabulator to the element that has this text or label, as somebody
    /// without a mouse does.
    Visitor tabTo(String name) {
        for (int pressed = 0; pressed < MOST_TABS; pressed++) {
            press("Tab");
            if (focused().startsWith(name)) {
                return this;
            }
        }
        throw new AssertionError("the tabulator never comes to “%s”".formatted(name));
    }

    /// The words of the element that has the focus; empty if only the page has it.
    String focused() {
        return String.valueOf(
                page.evaluate(
                        """
                        () => {
                          const at = document.activeElement;
                          return !at || at === document.body ? "" : (at.getAttribute("aria-label") ?? at.textContent).trim();
                        }
                        """));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(false));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /// Waits until the page says something.
    Visitor sees(String text) {
        assertThat(page.locator("body")).containsText(text);
        return this;
    }

    /// Complaints that contain this are what the test is about.
    Visitor expecting(String part) {
        expected.add(part);
        return this;
    }

    /// What the pages complained about since this was last asked.
    List<String> faults() {
        var all = List.copyOf(faults);
        faults.clear();
        return all.stream().filter(fault -> expected.stream().noneMatch(fault::contains)).toList();
    }

    void leave() {
        context.close();
    }
}
