package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandboxes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import tools.jackson.databind.json.JsonMapper;

/// Who may call through the AWS SDK for Java 2, and whose things they reach, however the SDK
/// reaches the emulator.
abstract class SdkContract {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Emulator emulator;
    DynamoDbClient dynamoDb;

    /// A client whose requests reach the emulator, and only it.
    abstract DynamoDbClient client(Emulator emulator, StaticCredentialsProvider credentials);

    @BeforeEach
    void open() {
        emulator = new Emulator(Sandboxes.inMemory());
        dynamoDb = client(emulator, credentials(emulator.sandboxes().create("111122223333")));
    }

    @AfterEach
    void close() {
        dynamoDb.close();
        emulator.close();
    }

    static StaticCredentialsProvider credentials(AccessKey key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    static Region region() {
        return Region.EU_WEST_1;
    }

    @Test
    void a_wrong_secret_is_told_what_should_have_been_signed() {
        var key = emulator.sandboxes().create("111122223333");
        var wrong =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.id(), "not-the-secret"));

        try (var stranger = client(emulator, wrong)) {
            assertThatThrownBy(stranger::listTables)
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessageContaining("The request signature we calculated does not match")
                    .hasMessageContaining("The Canonical String for this request should have been");
        }
    }

    @Test
    void a_key_that_nobody_has_is_unrecognized() {
        var unknown =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create("AKIAIOSFODNN7EXAMPLE", "secret"));

        try (var stranger = client(emulator, unknown)) {
            assertThatThrownBy(stranger::listTables)
                    .isInstanceOfSatisfying(
                            DynamoDbException.class,
                            refusal ->
                                    assertThat(refusal.awsErrorDetails().errorCode())
                                            .isEqualTo("UnrecognizedClientException"));
        }
    }

    @Test
    void two_sandboxes_of_one_account_do_not_see_each_other() {
        createOrders();
        var other = emulator.sandboxes().create("111122223333");

        try (var neighbour = client(emulator, credentials(other))) {
            assertThat(neighbour.listTables().tableNames()).isEmpty();
        }
    }

    @Test
    void a_global_table_reaches_no_other_sandbox_of_the_account() {
        createOrders();
        dynamoDb.updateTable(request ->
                request.tableName("orders")
                        .replicaUpdates(update -> update.create(c -> c.regionName("us-east-2"))));
        var mine = dynamoDb.describeTable(request -> request.tableName("orders")).table();

        var key = emulator.sandboxes().create("111122223333");
        try (var other = client(emulator, credentials(key))) {
            other.createTable(request ->
                    request.tableName("orders")
                            .billingMode("PAY_PER_REQUEST")
                            .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                            .attributeDefinitions(a ->
                                    a.attributeName("id").attributeType(ScalarAttributeType.S)));
            var theirs = other.describeTable(request -> request.tableName("orders")).table();

            assertThat(mine.replicas()).hasSize(1);
            assertThat(mine.replicas().getFirst().regionName()).isEqualTo("us-east-2");
            assertThat(theirs.hasReplicas()).isFalse();
            var sandbox = emulator.sandboxes().open(key.sandbox());
            var there = new Caller(sandbox, key.principal(), "us-east-2");
            assertThat(emulator.perform(there, "dynamodb", "ListTables", JSON.createObjectNode()))
                    .isEqualTo(JSON.readTree("{\"TableNames\": []}"));
        }
    }

    void createOrders() {
        dynamoDb.createTable(request ->
                request.tableName("orders")
                        .attributeDefinitions(attribute("id", ScalarAttributeType.S))
                        .keySchema(key("id", KeyType.HASH))
                        .billingMode("PAY_PER_REQUEST"));
    }

    static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
    }

    static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
