package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// A lab as somebody does it: in the page's terminal and from outside.
@BrowserTest
class LabTest {

    private static final String LAB = "orders-table";

    @Test
    void checks_turn_green_by_themselves_while_one_types(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var steps = new Learning(learner, ground).solution(LAB);
        learner.open("/labs/" + LAB);
        learner.page().evaluate("() => (window.neverReloaded = true)");

        type(learner, steps.get(0));
        assertThat(check(learner, "table-keys")).hasAttribute("data-passed", "true");
        assertThat(check(learner, "table-on-demand")).hasAttribute("data-passed", "true");
        assertThat(check(learner, "orders-written")).hasAttribute("data-passed", "false");
        type(learner, steps.get(1));
        assertThat(check(learner, "orders-written")).hasAttribute("data-passed", "true");

        assertThat(learner.find("#score")).containsText("3 of");
        assertThat(learner.find("#calls")).containsText("PutItem");
        assertThat(learner.page().evaluate("() => window.neverReloaded === true")).isEqualTo(true);
    }

    @Test
    void the_whole_solution_passes_all_checks(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        var learning = new Learning(learner, ground);
        learner.open("/labs/" + LAB);

        learning.solution(LAB)
                .forEach(step -> type(learner, step.replace("> write-units.answer", "")));
        opened(learner, "write-units");
        learner.find("#answer-write-units").fill("3");
        learner.press("Enter");

        assertThat(learner.find("#done-title")).containsText("checks have passed");
        assertThat(learner.find(".check:not([data-passed=true])")).hasCount(0);
        learner.open("/labs").sees("Done");
    }

    @Test
    void a_failing_check_says_what_was_found_and_expected_and_gives_a_hint(Visitors visitors) {
        var learner = visitors.desktop().open("/labs/" + LAB);
        type(
                learner,
                "aws dynamodb create-table --table-name $TABLE --attribute-definitions AttributeName=id,AttributeType=S "
                        + "--key-schema AttributeName=id,KeyType=HASH --billing-mode PAY_PER_REQUEST");
        assertThat(check(learner, "table-on-demand")).hasAttribute("data-passed", "true");

        learner.press("c");
        var keys = opened(learner, "table-keys");

        assertThat(keys.locator(".evidence")).isVisible();
        assertThat(keys.locator(".evidence")).containsText(Pattern.compile("found\\s*\"?id"));
        assertThat(keys.locator(".evidence"))
                .containsText(Pattern.compile("expected\\s*\"?customerId"));
        assertThat(keys).containsText("Looked at");
        var hint = keys.locator(".check-hint p");
        assertThat(hint).isHidden();
        keys.locator(".check-hint summary").click();
        assertThat(hint).isVisible();
        assertThat(hint).containsText("--key-schema");
    }

    @Test
    void a_reset_empties_the_sandbox_and_can_be_undone(Ground ground, Visitors visitors) {
        var learner = visitors.desktop();
        new Learning(learner, ground).work(LAB, 2);
        learner.open("/labs/" + LAB);
        assertThat(check(learner, "orders-written")).hasAttribute("data-passed", "true");

        learner.button("Reset the sandbox").click();
        assertThat(learner.button("Undo")).isVisible();
        assertThat(check(learner, "orders-written")).hasAttribute("data-passed", "false");
        type(learner, "aws dynamodb list-tables");
        assertThat(learner.find(".terminal-output")).containsText("\"TableNames\": []");
        learner.button("Undo").click();

        assertThat(check(learner, "orders-written")).hasAttribute("data-passed", "true");
        type(learner, "aws dynamodb scan --table-name $TABLE --select COUNT --query Count");
        assertThat(learner.find(".terminal-entry").last()).containsText("3");
    }

    @Test
    void the_credentials_can_be_copied(Visitors visitors) {
        var learner = visitors.desktop();
        learner.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        learner.open("/labs/" + LAB).find("#connect > summary").click();

        learner.find("#connect .copy").first().click();

        assertThat(learner.find("#connect .copy").first()).hasText("Copied");
        assertThat(String.valueOf(learner.page().evaluate("() => navigator.clipboard.readText()")))
                .contains(
                        "export AWS_ENDPOINT_URL=http://",
                        "AWS_ACCESS_KEY_ID=",
                        "AWS_SECRET_ACCESS_KEY=");
    }

    @Test
    void calls_from_outside_turn_checks_too(Visitors visitors) {
        var learner = visitors.desktop().open("/labs/" + LAB);
        learner.page().evaluate("() => (window.neverReloaded = true)");
        var exported = exported(learner);

        try (var outside = client(exported)) {
            createTable(outside, String.valueOf(exported.get("TABLE")));
        }

        assertThat(check(learner, "table-keys")).hasAttribute("data-passed", "true");
        assertThat(learner.find("#calls")).containsText("CreateTable");
        assertThat(learner.page().evaluate("() => window.neverReloaded === true")).isEqualTo(true);
    }

    @Test
    void the_terminal_recalls_what_was_typed(Visitors visitors) {
        var learner = visitors.desktop().open("/labs/" + LAB);
        type(learner, "ls");
        type(learner, "cat order-1.json");
        assertThat(learner.find(".terminal-output")).containsText("order-1.json");

        learner.find("#command").focus();
        learner.press("ArrowUp").press("ArrowUp");

        assertThat(learner.find("#command")).hasValue("ls");
        learner.press("ArrowDown");
        assertThat(learner.find("#command")).hasValue("cat order-1.json");
    }

    @Test
    void opening_a_lab_takes_so_long(Visitors visitors, TestReporter reporter) {
        var learner = visitors.desktop();
        learner.open("/labs");

        for (var which : List.of("the first time", "again", "and again")) {
            learner.open("/labs/" + LAB);
            assertThat(learner.find("#checks")).isVisible();
            reporter.publishEntry(
                    "milliseconds to open a lab, " + which,
                    String.valueOf(
                            learner.page()
                                    .evaluate(
                                            "() => { const t = performance.getEntriesByType('navigation')[0];"
                                                    + " return Math.round(t.responseEnd - t.requestStart); }")));
        }
    }

    private static void type(Visitor learner, String command) {
        var before = learner.find(".terminal-entry").count();
        learner.find("#command").fill(command);
        learner.find("#command").press("Enter");
        assertThat(learner.find(".terminal-entry")).hasCount(before + 1);
        assertThat(learner.find("[data-busy]")).isHidden();
    }

    private static Locator check(Visitor learner, String id) {
        return learner.find("#check-" + id);
    }

    /// A check whose words are shown, as they are of themselves for the next one to do.
    private static Locator opened(Visitor learner, String id) {
        var check = check(learner, id);
        // Not by a click, which would close one that has just opened by itself.
        check.locator("details").first().evaluate("details => (details.open = true)");
        return check;
    }

    /// What the page gives to paste into a shell.
    private static Map<String, String> exported(Visitor learner) {
        return Pattern.compile("export (\\w+)=(\\S+)")
                .matcher(String.valueOf(learner.find("pre[data-copy]").first().textContent()))
                .results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
    }

    private static DynamoDbClient client(Map<String, String> exported) {
        return DynamoDbClient.builder()
                .endpointOverride(URI.create(String.valueOf(exported.get("AWS_ENDPOINT_URL"))))
                .region(Region.of(exported.get("AWS_DEFAULT_REGION")))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(
                                        exported.get("AWS_ACCESS_KEY_ID"),
                                        exported.get("AWS_SECRET_ACCESS_KEY"))))
                .build();
    }

    private static void createTable(DynamoDbClient client, String name) {
        client.createTable(table ->
                table.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                attribute ->
                                        attribute
                                                .attributeName("customerId")
                                                .attributeType(ScalarAttributeType.S),
                                attribute ->
                                        attribute
                                                .attributeName("orderId")
                                                .attributeType(ScalarAttributeType.S))
                        .keySchema(
                                key -> key.attributeName("customerId").keyType(KeyType.HASH),
                                key -> key.attributeName("orderId").keyType(KeyType.RANGE)));
    }
}
