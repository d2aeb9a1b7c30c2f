package groundschool.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/// Puts items into a table of a lab's sandbox, with the keys that the lab's page shows.
final class Putting implements Learning {

    private static final String TABLE = "flights";

    private DynamoDbClient dynamoDb;
    private int acknowledged;

    /// The first time it makes its table.
    Putting(Browser browser) throws IOException {
        dynamoDb = client(browser);
        dynamoDb.createTable(request ->
                request.tableName(TABLE)
                        .attributeDefinitions(
                                AttributeDefinition.builder()
                                        .attributeName("number")
                                        .attributeType(ScalarAttributeType.N)
                                        .build())
                        .keySchema(
                                KeySchemaElement.builder()
                                        .attributeName("number")
                                        .keyType(KeyType.HASH)
                                        .build())
                        .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    @Override
    public void begin(Browser browser) throws IOException {
        dynamoDb = client(browser);
    }

    @Override
    public void act() throws IOException {
        try {
            dynamoDb.putItem(request -> request.tableName(TABLE).item(item(acknowledged + 1)));
            acknowledged++;
        } catch (SdkClientException gone) {
            throw new IOException(gone);
        }
    }

    @Override
    public void check(Browser browser, Path database) throws IOException {
        var kept =
                client(browser).scanPaginator(request -> request.tableName(TABLE)).items().stream()
                        .collect(Collectors.toSet());

        var all = IntStream.rangeClosed(1, acknowledged).mapToObj(Putting::item);
        assertThat(kept).containsAll(all.collect(Collectors.toSet()));
        // What was under way when it was killed is there whole or not at all.
        assertThat(Set.of(acknowledged, acknowledged + 1)).contains(kept.size());
        acknowledged = kept.size();
    }

    @Override
    public int acknowledged() {
        return acknowledged;
    }

    private static Map<String, AttributeValue> item(int number) {
        return Map.of(
                "number", AttributeValue.fromN(Integer.toString(number)),
                "from", AttributeValue.fromS("Lisbon " + number),
                "cargo", AttributeValue.fromS("x".repeat(number % 300)));
    }

    private static DynamoDbClient client(Browser browser) throws IOException {
        var lab = browser.get("/labs/orders-table");
        return client(
                URI.create(exported(lab, "AWS_ENDPOINT_URL")),
                exported(lab, "AWS_ACCESS_KEY_ID"),
                exported(lab, "AWS_SECRET_ACCESS_KEY"));
    }

    /// A client that tries everything once.
    static DynamoDbClient client(URI endpoint, String accessKeyId, String secret) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(accessKeyId, secret)))
                .region(Region.US_EAST_1)
                .httpClient(UrlConnectionHttpClient.create())
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    private static String exported(String page, String variable) {
        var value = Pattern.compile(variable + "=([^\\s<]+)").matcher(page);
        assertThat(value.find()).as(variable).isTrue();
        return value.group(1);
    }
}
