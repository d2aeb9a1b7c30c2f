package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// What is written to a replica of a global table, version 2019.11.21, and where it goes.
class ReplicationTest extends GlobalTableFixture {

    @Test
    void a_replica_begins_with_the_items_that_there_are_also_in_its_indexes() {
        create(
                """
                'BillingMode': 'PAY_PER_REQUEST',
                'AttributeDefinitions': [{'AttributeName': 'id', 'AttributeType': 'S'}, {'AttributeName': 'name', 'AttributeType': 'S'}],
                'GlobalSecondaryIndexes': [{'IndexName': 'by-name', 'Projection': {'ProjectionType': 'ALL'},
                    'KeySchema': [{'AttributeName': 'name', 'KeyType': 'HASH'}]}]
                """);
        put(IRELAND, "1", "Rex");

        replicate(IRELAND, OHIO);

        assertThat(get(OHIO, "1")).isEqualTo("Rex");
        assertThat(
                        call(OHIO, "Scan", "{'TableName': 'Pets', 'IndexName': 'by-name'}")
                                .path("Count")
                                .asInt())
                .isEqualTo(1);
        assertThat(
                        described(IRELAND)
                                .path("Replicas")
                                .path(0)
                                .path("GlobalSecondaryIndexes")
                                .path(0)
                                .propertyNames())
                .containsExactly("IndexName", "WarmThroughput");
    }

    @Test
    void a_write_reaches_the_others_a_second_later_from_whichever_replica() {
        create();
        replicate(IRELAND, OHIO);
        replicate(IRELAND, TOKYO);

        put(OHIO, "1", "Rex");
        pass(Duration.ofMillis(999));
        assertThat(get(IRELAND, "1")).isEmpty();
        pass(Duration.ofMillis(1));

        assertThat(get(IRELAND, "1")).isEqualTo("Rex");
        assertThat(get(TOKYO, "1")).isEqualTo("Rex");
        delete(TOKYO, "1");
        pass(Duration.ofSeconds(1));
        assertThat(get(IRELAND, "1")).isEmpty();
        assertThat(records(OHIO))
                .extracting(record -> record.path("eventName").asString())
                .containsExactly("INSERT", "REMOVE");
    }

    @Test
    void the_last_writer_wins_everywhere() {
        create();
        replicate(IRELAND, OHIO);
        replicate(IRELAND, TOKYO);

        put(IRELAND, "1", "first");
        pass(Duration.ofMillis(500));
        put(OHIO, "1", "last");
        pass(Duration.ofMillis(600));
        assertThat(get(OHIO, "1")).isEqualTo("last");
        assertThat(get(TOKYO, "1")).isEqualTo("first");
        pass(Duration.ofSeconds(1));

        for (var region : List.of(IRELAND, OHIO, TOKYO)) {
            assertThat(get(region, "1")).as(region).isEqualTo("last");
        }
    }

    @Test
    void transactions_and_batches_replicate_too_and_what_changes_nothing_does_not() {
        create();
        replicate(IRELAND, OHIO);
        call(
                IRELAND,
                "TransactWriteItems",
                "{'TransactItems': [{'Put': {'TableName': 'Pets', 'Item': {'id': {'S': 'a'}, 'name': {'S': 'A'}}}}]}");
        call(
                IRELAND,
                "BatchWriteItem",
                "{'RequestItems': {'Pets': [{'PutRequest': {'Item': {'id': {'S': 'b'}, 'name': {'S': 'B'}}}}]}}");
        put(IRELAND, "b", "B");
        pass(Duration.ofSeconds(1));

        assertThat(get(OHIO, "a") + get(OHIO, "b")).isEqualTo("AB");
        assertThat(records(OHIO)).hasSize(2);
    }

    /// Source: [DynamoDB Streams and time to
    /// live](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/time-to-live-ttl-streams.html)
    @Test
    void what_expires_is_deleted_by_the_service_in_one_region_and_replicated_to_the_others() {
        create();
        replicate(IRELAND, OHIO);
        call(
                OHIO,
                "UpdateTimeToLive",
                "{'TableName': 'Pets', 'TimeToLiveSpecification': {'Enabled': true, 'AttributeName': 'until'}}");
        assertThat(
                        call(IRELAND, "DescribeTimeToLive", "{'TableName': 'Pets'}")
                                .path("TimeToLiveDescription")
                                .path("TimeToLiveStatus")
                                .asString())
                .isEqualTo("ENABLED");
        long until = account.sandbox().clock().now().plusSeconds(10).getEpochSecond();
        call(
                OHIO,
                "PutItem",
                "{'TableName': 'Pets', 'Item': {'id': {'S': '1'}, 'until': {'N': '"
                        + until
                        + "'}}}");

        pass(Duration.ofHours(1));

        assertThat(records(IRELAND).getLast().path("userIdentity").path("Type").asString())
                .isEqualTo("Service");
        assertThat(records(OHIO).getLast().path("eventName").asString()).isEqualTo("REMOVE");
        assertThat(records(OHIO).getLast().has("userIdentity")).isFalse();
    }

    @Test
    void a_rewind_takes_back_replicas_and_what_was_on_its_way() {
        create();
        var before = account.sandbox().checkpoint();
        replicate(IRELAND, OHIO);
        put(IRELAND, "1", "Rex");
        var onItsWay = account.sandbox().checkpoint();
        pass(Duration.ofSeconds(2));
        assertThat(get(OHIO, "1")).isEqualTo("Rex");

        account.sandbox().rewind(onItsWay);
        assertThat(get(OHIO, "1")).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(get(OHIO, "1")).isEqualTo("Rex");

        account.sandbox().rewind(before);
        assertThat(described(IRELAND).has("Replicas")).isFalse();
        put(IRELAND, "2", "Tom");
        pass(Duration.ofSeconds(2));
        assertThat(refusal(OHIO, "DescribeTable", "{'TableName': 'Pets'}"))
                .startsWith("ResourceNotFoundException");
    }

    /// Whatever is written where and when, all replicas come to hold what was written last.
    @RepeatedTest(10)
    void all_replicas_come_to_hold_the_same(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        create();
        replicate(IRELAND, OHIO);
        replicate(IRELAND, TOKYO);
        var regions = List.of(IRELAND, OHIO, TOKYO);
        var last = new HashMap<String, String>();

        for (int write = 0; write < 60; write++) {
            var region = regions.get(random.nextInt(3));
            var id = "" + random.nextInt(4);
            if (random.nextInt(4) == 0) {
                // A delete of what is not there, or not there yet, writes nothing.
                boolean isThere = !get(region, id).isEmpty();
                delete(region, id);
                if (isThere) {
                    last.put(id, "");
                }
            } else {
                put(region, id, "w" + write);
                last.put(id, "w" + write);
            }
            pass(Duration.ofMillis(random.nextInt(4) * 300));
        }
        pass(Duration.ofSeconds(1));

        for (var region : regions) {
            for (var id : last.keySet()) {
                assertThat(get(region, id)).as("%s in %s", id, region).isEqualTo(last.get(id));
            }
        }
    }
}
