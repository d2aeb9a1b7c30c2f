package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The shop that the four labs `shop-site`, `shop-users`, `shop-orders` and `shop-api` build, as a
/// customer uses it: in a browser, at the bucket's own address.
@BrowserTest
class ShopTest {

    private static final String LAB = "shop-api";
    private static final String EMAIL = "bea@example.com";
    private static final String PASSWORD = "seeded-roll-by-9";

    /// Three labs are done in one go.
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void a_customer_signs_up_signs_in_and_places_an_order_that_is_in_the_table(
            Ground ground, Visitors visitors) {
        // The shop is at names of its own, as on AWS, and a wrong password is a refusal.
        var learner = visitors.desktop().expecting(".localhost:").expecting("status of 400");
        var learning = new Learning(learner, ground);
        build(learner, learning);

        var exports = learner.find("#connect pre").first().textContent();
        learner.page().navigate(shop(exports));
        signUp(learner);
        fill(
                learner,
                "#confirm",
                "code",
                code(learner, ground.origin() + learning.actions(LAB) + "/inbox"));
        submit(learner, "#confirm");
        assertThat(learner.find("#order [data-email]")).hasText(EMAIL);

        var order = order(learner);
        learner.find("#placed [data-show]").click();
        learner.find("#sign-out").click();
        signIn(learner);

        assertThat(placed(learner, learning)).contains(order);
    }

    /// Does the labs, the last by its solution, until all its checks pass.
    private static void build(Visitor learner, Learning learning) {
        learner.open("/labs/" + LAB).find("form[action$='catch-up'] button").click();
        assertThat(learner.find("[data-lab]"))
                .isVisible(
                        new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE.toMillis()));
        learning.work(LAB, Integer.MAX_VALUE);
        learner.open("/labs/" + LAB);
        assertThat(learner.find(".check:not([data-passed=true])")).hasCount(0);
    }

    private static String shop(String exports) {
        return "http://%s.s3-website.eu-west-1.localhost:%s/"
                .formatted(
                        found(exports, "BUCKET=(\\S+)"),
                        found(exports, "AWS_ENDPOINT_URL=\\S+:(\\d+)"));
    }

    private static String found(String text, String pattern) {
        var found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new AssertionError("no %s in: %s".formatted(pattern, text));
        }
        return found.group(1);
    }

    private static void signUp(Visitor learner) {
        assertThat(learner.find("#sign-in")).isVisible();
        learner.find("[data-show=sign-up]").click();
        fill(learner, "#sign-up", "email", EMAIL);
        fill(learner, "#sign-up", "password", PASSWORD);
        submit(learner, "#sign-up");
        assertThat(learner.find("#confirm")).isVisible();
    }

    /// The code that the pool has sent, from the page that shows what would have been sent.
    private static String code(Visitor learner, String address) {
        var inbox = learner.anotherTab();
        try {
            inbox.navigate(address);
            return inbox.locator(".inbox-message:has-text('%s') pre".formatted(EMAIL))
                    .first()
                    .textContent()
                    .strip();
        } finally {
            inbox.close();
        }
    }

    private static String order(Visitor learner) {
        fill(learner, "#order", "knot", "12");
        fill(learner, "#order", "pickupDay", LocalDate.now().plusDays(9).toString());
        submit(learner, "#order");
        assertThat(learner.find("#placed")).isVisible();
        return learner.find("#order-id").textContent();
    }

    /// By SRP, so that the password never leaves the page: first with a wrong one.
    private static void signIn(Visitor learner) {
        fill(learner, "#sign-in", "email", EMAIL);
        fill(learner, "#sign-in", "password", "wrong-password-1");
        submit(learner, "#sign-in");
        assertThat(learner.find(".said.fault")).isVisible();
        fill(learner, "#sign-in", "password", PASSWORD);
        submit(learner, "#sign-in");
        assertThat(learner.find("#order")).isVisible();
    }

    private static void fill(Visitor learner, String section, String field, String value) {
        field(learner, section, field).fill(value);
    }

    private static Locator field(Visitor learner, String section, String field) {
        return learner.find("%s form [name='%s']".formatted(section, field));
    }

    private static void submit(Visitor learner, String section) {
        learner.find(section + " form button:not([type])").click();
    }

    /// What is in the table of orders.
    private static String placed(Visitor learner, Learning learning) {
        learning.post(
                learning.actions(LAB) + "/terminal",
                Map.of(
                        "command",
                        "aws dynamodb scan --table-name $TABLE --query Items[].orderId.S --output text"));
        learner.open("/labs/" + LAB);
        return learner.find(".terminal-entry").last().textContent();
    }
}
