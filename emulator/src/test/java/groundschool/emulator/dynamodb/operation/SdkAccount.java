package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Caller;
import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.AccessKey;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.iam.IamClient;
import tools.jackson.databind.JsonNode;

/// An empty account, spoken to through the AWS SDK for Java 2, which is told not to retry.
final class SdkAccount implements AutoCloseable {

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final Sandbox sandbox;
    private final AccessKey key;
    private final StaticCredentialsProvider credentials;
    final DynamoDbClient dynamoDb;
    final DynamoDbStreamsClient streams;

    SdkAccount() {
        key = emulator.sandboxes().create("123456789012");
        sandbox = emulator.sandboxes().open(key.sandbox());
        credentials =
                StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key.id(), key.secret()));
        dynamoDb =
                DynamoDbClient.builder()
                        .httpClient(new EmulatorHttpClient(emulator))
                        .credentialsProvider(credentials)
                        .region(Region.EU_WEST_1)
                        .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                        .build();
        streams =
                DynamoDbStreamsClient.builder()
                        .httpClient(new EmulatorHttpClient(emulator))
                        .credentialsProvider(credentials)
                        .region(Region.EU_WEST_1)
                        .build();
    }

    /// A client of another service.
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, key);
    }

    /// The same, that signs with another key.
    <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> C client(
            B builder, AccessKey signing) {
        return builder.httpClient(new EmulatorHttpClient(emulator))
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(signing.id(), signing.secret())))
                .region(Region.EU_WEST_1)
                .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /// The key of a user who may do these actions, and nothing else, on all resources.
    AccessKey user(String name, String... actions) {
        try (var iam = client(IamClient.builder())) {
            iam.createUser(user -> user.userName(name));
            iam.putUserPolicy(policy ->
                    policy.userName(name)
                            .policyName("may")
                            .policyDocument(
                                    """
                                    {"Version": "2012-10-17",
                                     "Statement": [{"Effect": "Allow", "Resource": "*", "Action": ["%s"]}]}
                                    """
                                            .formatted(String.join("\", \"", actions))));
            var made = iam.createAccessKey(user -> user.userName(name)).accessKey();
            return emulator.sandboxes().key(made.accessKeyId()).orElseThrow();
        }
    }

    /// What the emulator answers to JSON that no client can make.
    JsonNode call(String operation, String input) {
        return Account.json(
                emulator.perform(
                                new Caller(sandbox, key.principal(), "eu-west-1"),
                                "dynamodb",
                                operation,
                                Account.json(input.replace('\'', '"')))
                        .toString());
    }

    Sandbox sandbox() {
        return sandbox;
    }

    /// A table on demand whose partition key is the string `id`.
    void createTable(String name) {
        dynamoDb.createTable(request ->
                request.tableName(name)
                        .attributeDefinitions(
                                a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                        .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                        .billingMode(BillingMode.PAY_PER_REQUEST));
    }

    void put(String table, Map<String, AttributeValue> item) {
        dynamoDb.putItem(request -> request.tableName(table).item(item));
    }

    /// The item of that `id`; empty if there is none.
    Map<String, AttributeValue> get(String table, String id) {
        return dynamoDb.getItem(
                        request -> request.tableName(table).key(key(id)).consistentRead(true))
                .item();
    }

    static Map<String, AttributeValue> key(String id) {
        return Map.of("id", AttributeValue.fromS(id));
    }

    static Map<String, AttributeValue> item(String id, String name, String text) {
        return Map.of("id", AttributeValue.fromS(id), name, AttributeValue.fromS(text));
    }

    @Override
    public void close() {
        dynamoDb.close();
        streams.close();
        emulator.close();
    }
}
