package groundschool.emulator.wire;

import static org.assertj.core.api.Assertions.assertThat;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import tools.jackson.databind.json.JsonMapper;

/// Bodies that are good but for some places get an answer of the service's, never a fault of ours:
/// tried with many that a seed makes, all of them signed well.
@Timeout(120)
class NonsenseOnTheWireTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 1_000;
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    "\"",
                    "\\",
                    "\\u0000",
                    "\\ud800",
                    ",",
                    ":",
                    "null",
                    "true",
                    "-1",
                    "1e999",
                    "\"S\":",
                    "\"N\":",
                    "\"B\":\"!\"",
                    "\"L\":[",
                    "\u0000",
                    "\ud83c\udf82",
                    " ",
                    "\"\"",
                    "{\"M\":",
                    "99999999999");
    private static final List<String> BODIES =
            List.of(
                    """
                    {"TableName":"Tab","Item":{"pk":{"S":"p"},"n":{"N":"1.5e3"},"m":{"M":{"l":{"L":[{"NULL":true},{"SS":["a","b"]}]}}}}}\
                    """,
                    """
                    {"TableName":"Tab","Key":{"pk":{"S":"p"}},"ConsistentRead":true}\
                    """,
                    """
                    {"TableName":"Tab","KeyConditionExpression":"pk = :v","ExpressionAttributeValues":{":v":{"S":"p"}},"Limit":3}\
                    """,
                    """
                    {"TableName":"Tab","Segment":0,"TotalSegments":4,"ExclusiveStartKey":{"pk":{"S":"p"}}}\
                    """,
                    """
                    {"RequestItems":{"Tab":[{"PutRequest":{"Item":{"pk":{"S":"p"}}}}]}}\
                    """);
    private static final List<String> OPERATIONS =
            List.of("PutItem", "GetItem", "Query", "UpdateItem", "Scan", "BatchWriteItem");

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final AccessKey key = emulator.sandboxes().create("123456789012");

    @AfterEach
    void close() {
        emulator.close();
    }

    @RepeatedTest(3)
    void bodies_with_anything_in_them_are_answered(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        send(
                "CreateTable",
                """
                {"TableName":"Tab","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
                 "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}
                """);
        for (int i = 0; i < TRIES; i++) {
            var body = new StringBuilder(pick(BODIES, random));
            int changes = random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                change(body, random);
            }
            send(pick(OPERATIONS, random), body.toString());
        }
    }

    private void send(String operation, String body) {
        var request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri("http://localhost/")
                        .putHeader("X-Amz-Target", "DynamoDB_20120810." + operation)
                        .putHeader("Content-Type", "application/x-amz-json-1.0")
                        .build();
        var signer = new SdkSigner(key, Instant.now(), "eu-west-1", "dynamodb");

        var answer = emulator.handle(signer.inHeader(request, body));

        var text = new String(answer.bytes(), StandardCharsets.UTF_8);
        assertThat(answer.status()).as("%s %s: %s", operation, body, text).isIn(200, 400);
        assertThat(JSON.readTree(text).isObject()).as(text).isTrue();
    }

    private static void change(StringBuilder body, Random random) {
        int at = random.nextInt(body.length());
        switch (random.nextInt(4)) {
            case 0 -> body.deleteCharAt(at);
            case 1 -> body.insert(at, pick(PIECES, random));
            case 2 -> body.setCharAt(at, (char) (1 + random.nextInt(0x1000)));
            default -> body.insert(at, body.substring(at, Math.min(body.length(), at + 20)));
        }
    }

    private static <E> E pick(List<E> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
