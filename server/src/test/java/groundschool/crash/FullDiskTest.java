package groundschool.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// No file may grow beyond a megabyte, as if the disk were full: that is reported, what does not
/// fit is not acknowledged, and what was acknowledged is there.
class FullDiskTest {

    private static final String FULL_AT_A_MEGABYTE = "ulimit -f 1024; ";

    @TempDir Path data;

    @Test
    void the_emulator_refuses_what_it_cannot_write() throws Exception {
        var stored = new HashSet<String>();
        try (var emulator = EmulatorProcess.start(FULL_AT_A_MEGABYTE, data)) {
            var dynamoDb = emulator.client();
            createTable(dynamoDb);
            var refusal = putUntilRefused(dynamoDb, stored);

            assertThat(refusal.statusCode()).isEqualTo(500);
            assertThat(emulator.process().errors())
                    .contains("Cannot write " + data, "File too large. Nothing was changed.");
            assertThat(numbers(dynamoDb)).isEqualTo(stored);
        }

        try (var emulator = EmulatorProcess.start("", data)) {
            assertThat(numbers(emulator.client())).isEqualTo(stored);
            assertThat(stored).hasSizeGreaterThan(10);
        }
    }

    @Test
    void the_site_acknowledges_nothing_that_it_cannot_write() throws Exception {
        assertThat(answerOfFullSite().statusCode()).isEqualTo(500);
    }

    @Test
    void the_site_says_what_happened_when_it_cannot_write() throws Exception {
        assertThat(answerOfFullSite().body()).contains("What you had saved before is safe.");
    }

    /// Grades cards until one is refused.
    private HttpResponse<String> answerOfFullSite() throws Exception {
        try (var server =
                ServerProcess.start(
                        FULL_AT_A_MEGABYTE,
                        "serve",
                        "--port=0",
                        "--aws-port=0",
                        "--data=" + data)) {
            var browser = new Browser(server.port());
            var grading = new Grading(browser, new Random(7));
            grading.begin(browser);
            var answer = grading.grade();
            while (answer.statusCode() == 200) {
                assertThat(grading.acknowledged()).as("grades that fit").isLessThan(50_000);
                answer = grading.grade();
            }
            server.kill();

            assertThat(grading.acknowledged()).isGreaterThan(10);
            grading.check(browser, data);
            return answer;
        }
    }

    private static DynamoDbException putUntilRefused(DynamoDbClient dynamoDb, Set<String> stored) {
        try {
            for (int number = 0; ; number++) {
                var text = Integer.toString(number);
                dynamoDb.putItem(request ->
                        request.tableName("flights")
                                .item(
                                        Map.of(
                                                "number", AttributeValue.fromS(text),
                                                "cargo",
                                                        AttributeValue.fromS("x".repeat(40_000)))));
                stored.add(String.valueOf(AttributeValue.fromS(text)));
            }
        } catch (DynamoDbException refusal) {
            return refusal;
        }
    }

    private static void createTable(DynamoDbClient dynamoDb) {
        dynamoDb.createTable(request ->
                request.tableName("flights")
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName("number")
                                        .attributeType(ScalarAttributeType.S)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("number")
                                        .keyType(KeyType.HASH)
                                        .build())
                        .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    private static Set<String> numbers(DynamoDbClient dynamoDb) {
        return dynamoDb.scanPaginator(request -> request.tableName("flights")).items().stream()
                .map(item -> String.valueOf(item.get("number")))
                .collect(Collectors.toSet());
    }
}
