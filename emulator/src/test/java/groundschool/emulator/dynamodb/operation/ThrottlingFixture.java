package groundschool.emulator.dynamodb.operation;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingReason;

/// A table that takes units, in an account whose clock stands still.
abstract class ThrottlingFixture {

    static final String ORDERS = "arn:aws:dynamodb:eu-west-1:123456789012:table/Orders";
    static final String BY_CUSTOMER = ORDERS + "/index/by-customer";

    final SdkAccount account = new SdkAccount();

    @BeforeEach
    void stop_the_clock() {
        account.sandbox().clock().freeze();
    }

    @AfterEach
    void close() {
        account.close();
    }

    void create(Consumer<CreateTableRequest.Builder> more) {
        account.dynamoDb.createTable(request -> {
            request.tableName("Orders")
                    .attributeDefinitions(string("id"), string("customer"))
                    .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                    .globalSecondaryIndexes(ThrottlingFixture::byCustomer);
            more.accept(request);
        });
    }

    static void byCustomer(GlobalSecondaryIndex.Builder index) {
        index.indexName("by-customer")
                .keySchema(k -> k.attributeName("customer").keyType(KeyType.HASH))
                .projection(p -> p.projectionType(ProjectionType.KEYS_ONLY))
                .provisionedThroughput(t -> t.readCapacityUnits(1L).writeCapacityUnits(1L));
    }

    static AttributeDefinition string(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    void provisioned(long read, long write) {
        create(request ->
                request.provisionedThroughput(
                        t -> t.readCapacityUnits(read).writeCapacityUnits(write)));
    }

    void onDemand(Consumer<CreateTableRequest.Builder> more) {
        account.dynamoDb.createTable(request -> {
            request.tableName("Orders")
                    .attributeDefinitions(string("id"))
                    .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                    .billingMode(BillingMode.PAY_PER_REQUEST);
            more.accept(request);
        });
    }

    void put(String id, int kilobytes) {
        account.put("Orders", large(id, kilobytes));
    }

    /// An item that takes as many units to write.
    static Map<String, AttributeValue> large(String id, int kilobytes) {
        return SdkAccount.item(id, "t", "x".repeat(kilobytes * 1024 - id.length() - 3));
    }

    static Map<String, AttributeValue> ofCustomer(String id) {
        return SdkAccount.item(id, "customer", "Ada");
    }

    void advance(Duration duration) {
        account.sandbox().clock().advance(duration);
    }

    static ThrottlingReason reason(String reason, String resource) {
        return ThrottlingReason.builder().reason(reason).resource(resource).build();
    }
}
