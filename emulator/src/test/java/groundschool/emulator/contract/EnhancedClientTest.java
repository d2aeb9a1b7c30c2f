package groundschool.emulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import groundschool.emulator.Emulator;
import groundschool.emulator.sandbox.Sandboxes;
import groundschool.emulator.sdk.EmulatorHttpClient;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.Key;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.enhanced.dynamodb.extensions.annotations.DynamoDbVersionAttribute;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbBean;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSecondaryPartitionKey;
import software.amazon.awssdk.enhanced.dynamodb.mapper.annotations.DynamoDbSortKey;
import software.amazon.awssdk.enhanced.dynamodb.model.PageIterable;
import software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional;
import software.amazon.awssdk.enhanced.dynamodb.model.ReadBatch;
import software.amazon.awssdk.enhanced.dynamodb.model.WriteBatch;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// What a program sees through the enhanced client of the AWS SDK for Java 2: beans instead of
/// maps.
class EnhancedClientTest {

    private final Emulator emulator = new Emulator(Sandboxes.inMemory());
    private final DynamoDbClient dynamoDb =
            DynamoDbClient.builder()
                    .httpClient(new EmulatorHttpClient(emulator))
                    .credentialsProvider(
                            DynamoDbContract.credentials(
                                    emulator.sandboxes().create("111122223333")))
                    .region(DynamoDbContract.region())
                    .build();
    private final DynamoDbEnhancedClient enhanced =
            DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
    private final DynamoDbTable<Booking> bookings =
            enhanced.table("bookings", TableSchema.fromBean(Booking.class));

    @BeforeEach
    void create() {
        bookings.createTable(request ->
                request.globalSecondaryIndices(index ->
                        index.indexName("by-room")
                                .projection(p -> p.projectionType(ProjectionType.ALL))));
        dynamoDb.waiter().waitUntilTableExists(request -> request.tableName("bookings"));
    }

    @AfterEach
    void close() {
        dynamoDb.close();
        emulator.close();
    }

    private static Booking booking(String guest, int night, String room) {
        var booking = new Booking();
        booking.setGuest(guest);
        booking.setNight(night);
        booking.setRoom(room);
        booking.setWishes(Set.of("quiet", "sea view"));
        return booking;
    }

    private static Key key(String guest, int night) {
        return Key.builder().partitionValue(guest).sortValue(night).build();
    }

    @Test
    void a_bean_comes_back_as_it_was_put() {
        bookings.putItem(booking("Ann", 1, "12"));

        var found = bookings.getItem(key("Ann", 1));

        assertThat(found.getRoom()).isEqualTo("12");
        assertThat(found.getWishes()).containsExactlyInAnyOrder("quiet", "sea view");
        assertThat(found.getVersion()).isEqualTo(1);
        assertThat(bookings.getItem(key("Ann", 2))).isNull();
    }

    @Test
    void whoever_writes_an_old_version_is_refused() {
        bookings.putItem(booking("Ann", 1, "12"));
        var mine = bookings.getItem(key("Ann", 1));
        var yours = bookings.getItem(key("Ann", 1));

        mine.setRoom("13");
        assertThat(bookings.updateItem(mine).getVersion()).isEqualTo(2);
        yours.setRoom("14");

        assertThatThrownBy(() -> bookings.updateItem(yours))
                .isInstanceOf(ConditionalCheckFailedException.class);
        assertThat(bookings.getItem(key("Ann", 1)).getRoom()).isEqualTo("13");
    }

    @Test
    void pages_of_a_query_follow_each_other_also_in_an_index() {
        IntStream.range(0, 11)
                .forEach(night -> bookings.putItem(booking("Ann", night, "" + night % 2)));

        assertThat(
                        nights(
                                bookings.query(request ->
                                        request.queryConditional(
                                                        QueryConditional.sortBetween(
                                                                key("Ann", 2), key("Ann", 8)))
                                                .limit(3)
                                                .scanIndexForward(false))))
                .containsExactly(8, 7, 6, 5, 4, 3, 2);
        var odd =
                PageIterable.create(
                        bookings.index("by-room")
                                .query(request ->
                                        request.queryConditional(
                                                        QueryConditional.keyEqualTo(
                                                                Key.builder()
                                                                        .partitionValue("1")
                                                                        .build()))
                                                .limit(2)));
        assertThat(nights(odd)).containsExactlyInAnyOrder(1, 3, 5, 7, 9);
        assertThat(
                        nights(
                                bookings.scan(request ->
                                        request.limit(4)
                                                .filterExpression(
                                                        Expression.builder()
                                                                .expression("room = :room")
                                                                .putExpressionValue(
                                                                        ":room",
                                                                        AttributeValue.fromS("0"))
                                                                .build()))))
                .containsExactlyInAnyOrder(0, 2, 4, 6, 8, 10);
    }

    private static List<Integer> nights(PageIterable<Booking> pages) {
        return pages.items().stream().map(Booking::getNight).toList();
    }

    @Test
    void batches_and_transactions_are_written_and_read() {
        // Versions ask for conditions, which batches do not have.
        var plain =
                DynamoDbEnhancedClient.builder()
                        .dynamoDbClient(dynamoDb)
                        .extensions(List.of())
                        .build();
        var unversioned = plain.table("bookings", TableSchema.fromBean(Booking.class));
        plain.batchWriteItem(request ->
                request.writeBatches(
                        WriteBatch.builder(Booking.class)
                                .mappedTableResource(unversioned)
                                .addPutItem(booking("Ann", 1, "12"))
                                .addPutItem(booking("Bob", 1, "13"))
                                .build()));
        plain.transactWriteItems(request ->
                request.addPutItem(unversioned, booking("Cid", 1, "14"))
                        .addDeleteItem(unversioned, key("Bob", 1)));

        var found =
                plain.batchGetItem(request ->
                                request.readBatches(
                                        ReadBatch.builder(Booking.class)
                                                .mappedTableResource(unversioned)
                                                .addGetItem(key("Ann", 1))
                                                .addGetItem(key("Bob", 1))
                                                .addGetItem(key("Cid", 1))
                                                .build()))
                        .resultsForTable(unversioned);

        assertThat(found.stream().map(Booking::getGuest)).containsExactlyInAnyOrder("Ann", "Cid");
        assertThatThrownBy(() ->
                        plain.transactWriteItems(request ->
                                request.addPutItem(unversioned, booking("Dan", 1, "15"))
                                        .addConditionCheck(
                                                unversioned,
                                                check ->
                                                        check.key(key("Bob", 1))
                                                                .conditionExpression(
                                                                        Expression.builder()
                                                                                .expression(
                                                                                        "attribute_exists(guest)")
                                                                                .build()))))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(bookings.getItem(key("Dan", 1))).isNull();
    }

    /// A night in a room.
    @DynamoDbBean
    public static class Booking {
        private String guest = "";
        private int night;
        private String room = "";
        private Set<String> wishes = Set.of();
        private Integer version = 0;

        @DynamoDbPartitionKey
        public String getGuest() {
            return guest;
        }

        public void setGuest(String guest) {
            this.guest = guest;
        }

        @DynamoDbSortKey
        public int getNight() {
            return night;
        }

        public void setNight(int night) {
            this.night = night;
        }

        @DynamoDbSecondaryPartitionKey(indexNames = "by-room")
        public String getRoom() {
            return room;
        }

        public void setRoom(String room) {
            this.room = room;
        }

        public Set<String> getWishes() {
            return wishes;
        }

        public void setWishes(Set<String> wishes) {
            this.wishes = wishes;
        }

        @DynamoDbVersionAttribute
        public Integer getVersion() {
            return version;
        }

        public void setVersion(Integer version) {
            this.version = version;
        }
    }
}
