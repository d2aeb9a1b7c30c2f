package groundschool.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// A question whose answer can be executed: the run is there once one has answered.
@BrowserTest
@ChangesContent
class AnswerThatWasRunTest {

    private static final String PAGE = "/lessons/tables-keys-items/questions?q=1";
    private static final String QUESTION =
            """
            ## Loans of one reader {#loans-of-one-reader objective=1.3.4 difficulty=1}

            The table of a library has the partition key `readerId` and the sort key `loan`. Which call finds the loans of one reader?

            - [x] A `Query` with the reader's id.

              The id is the partition key.

            - [ ] A `Query` with the day of the loan.

              A query needs one value of the partition key.

            Source: [Querying tables](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.html)

            ```proof
            setup:
              - call: dynamodb CreateTable
                input:
                  TableName: loans
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions: [{ AttributeName: readerId, AttributeType: S }, { AttributeName: loan, AttributeType: S }]
                  KeySchema: [{ AttributeName: readerId, KeyType: HASH }, { AttributeName: loan, KeyType: RANGE }]
              - call: dynamodb PutItem
                input: { TableName: loans, Item: { readerId: { S: r-7 }, loan: { S: "2026-12-05#1" } } }
            option 1:
              call: dynamodb Query
              input: { TableName: loans, KeyConditionExpression: "readerId = :r", ExpressionAttributeValues: { ":r": { S: r-7 } } }
              expect: { Count: 1 }
            option 2:
              call: dynamodb Query
              input: { TableName: loans, KeyConditionExpression: "loan = :d", ExpressionAttributeValues: { ":d": { S: "2026-12-05#1" } } }
              error: ValidationException
            ```
            """;

    @Test
    void is_shown_with_its_run_and_axe_finds_nothing_in_it(Ground ground, Visitors visitors)
            throws IOException {
        Files.writeString(
                ground.course().resolve("05-dynamodb/01-tables-keys-items.questions.md"), QUESTION);

        for (var device : Device.values()) {
            var learner = visitors.on(device, ColorScheme.LIGHT).open(PAGE);
            assertThat(learner.find(".proof")).hasCount(0);
            learner.find("input[name=answer]").first().check();
            learner.button("Check").click();
            assertThat(learner.find(".proof > summary")).containsText("This answer was run.");
            assertThat(learner.find(".proof-body")).isHidden();
            learner.find(".proof > summary").focus();
            learner.press("Enter");

            assertThat(learner.find(".proof-option").first()).containsText("\"Count\" : 1");
            assertThat(learner.find(".proof-option").last()).containsText("ValidationException: ");
            for (var theme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                learner.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
                assertThat(Complaints.about(learner.page()))
                        .as(device.word() + theme.name().toLowerCase(Locale.ROOT))
                        .isEmpty();
            }
            assertThat(learner.faults()).isEmpty();
        }
    }
}
