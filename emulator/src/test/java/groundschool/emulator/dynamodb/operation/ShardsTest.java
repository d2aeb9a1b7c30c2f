package groundschool.emulator.dynamodb.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The shards of a stream, which follow each other.
class ShardsTest extends StreamFixture {

    private List<JsonNode> shards(String arn) {
        return described(arn).path("Shards").valueStream().toList();
    }

    private String iteratorOf(String arn, JsonNode shard, String position) {
        return call("GetShardIterator", at(arn, shard.path("ShardId").asString(), position))
                .path("ShardIterator")
                .asString();
    }

    private static List<String> ids(JsonNode records) {
        return records.path("Records")
                .valueStream()
                .map(record -> record.path("dynamodb").path("Keys").path("id").path("S").asString())
                .toList();
    }

    @Test
    void every_four_hours_a_shard_closes_and_a_child_goes_on() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        put("a", "");
        put("b", "");
        var early = iterator(arn, "'LATEST'");
        account.sandbox().clock().advance(Duration.ofHours(4));
        put("c", "");

        var shards = shards(arn);

        assertThat(shards).hasSize(2);
        var parent = shards.get(0);
        var child = shards.get(1);
        assertThat(parent.has("ParentShardId")).isFalse();
        assertThat(child.path("ParentShardId")).isEqualTo(parent.path("ShardId"));
        var range = parent.path("SequenceNumberRange");
        assertThat(range.path("EndingSequenceNumber").asString())
                .isGreaterThanOrEqualTo(range.path("StartingSequenceNumber").asString())
                .isLessThan(
                        child.path("SequenceNumberRange")
                                .path("StartingSequenceNumber")
                                .asString());
        assertThat(child.path("SequenceNumberRange").has("EndingSequenceNumber")).isFalse();
        assertThat(refusal("GetRecords", "{'ShardIterator': '" + early + "'}"))
                .startsWith("ExpiredIteratorException");

        var rest = read(iteratorOf(arn, parent, "'TRIM_HORIZON'"));
        assertThat(ids(rest)).containsExactly("a", "b");
        assertThat(rest.has("NextShardIterator")).isFalse();
        var afterFirst =
                rest.path("Records").path(0).path("dynamodb").path("SequenceNumber").asString();
        assertThat(
                        ids(
                                read(
                                        iteratorOf(
                                                arn,
                                                parent,
                                                "'AFTER_SEQUENCE_NUMBER', 'SequenceNumber': '"
                                                        + afterFirst
                                                        + "'"))))
                .containsExactly("b");
        assertThat(
                        refusal(
                                "GetShardIterator",
                                at(
                                        arn,
                                        child.path("ShardId").asString(),
                                        "'AT_SEQUENCE_NUMBER', 'SequenceNumber': '"
                                                + afterFirst
                                                + "'")))
                .startsWith("ValidationException");
        var closed = read(iteratorOf(arn, parent, "'LATEST'"));
        assertThat(closed.path("Records").isEmpty()).isTrue();
        assertThat(closed.has("NextShardIterator")).isFalse();
        assertThat(ids(read(iteratorOf(arn, child, "'TRIM_HORIZON'")))).containsExactly("c");
    }

    private void provision(int writes) {
        update(
                "'BillingMode': 'PROVISIONED', 'ProvisionedThroughput': {'ReadCapacityUnits': 1, 'WriteCapacityUnits': %d}"
                        .formatted(writes));
    }

    @Test
    void a_table_of_several_partitions_has_as_many_open_shards() {
        account.sandbox().clock().freeze();
        var arn = create("NEW_AND_OLD_IMAGES");
        put("first", "");
        assertThat(shards(arn)).hasSize(1);
        var parent = shards(arn).getFirst();

        provision(3000);
        account.sandbox().clock().advance(Duration.ofSeconds(1));
        for (int i = 0; i < 30; i++) {
            put("p" + i % 10, ", 'n': {'N': '" + i + "'}");
        }

        var all = shards(arn);
        // The four that it had on demand are not joined again.
        assertThat(all).hasSize(5);
        assertThat(all.getFirst().path("SequenceNumberRange").has("EndingSequenceNumber")).isTrue();
        var open = all.subList(1, 5);
        assertThat(open)
                .allSatisfy(shard ->
                        assertThat(shard.path("ParentShardId")).isEqualTo(parent.path("ShardId")))
                .allSatisfy(shard ->
                        assertThat(shard.path("SequenceNumberRange").has("EndingSequenceNumber"))
                                .isFalse());
        assertThat(open)
                .extracting(shard -> shard.path("ShardId").asString())
                .doesNotHaveDuplicates();
        var found = new ArrayList<String>();
        var itemsOfShards = new ArrayList<String>();
        for (var shard : open) {
            var ids = ids(read(iteratorOf(arn, shard, "'TRIM_HORIZON'")));
            found.addAll(ids);
            itemsOfShards.addAll(ids.stream().distinct().toList());
        }
        assertThat(found).hasSize(30);
        assertThat(itemsOfShards).hasSize(10).doesNotHaveDuplicates();
        assertThat(ids(read(iteratorOf(arn, parent, "'TRIM_HORIZON'")))).containsExactly("first");
    }

    @Test
    void partitions_that_were_split_are_followed_one_by_one_after_four_hours() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        provision(2000);
        account.sandbox().clock().advance(Duration.ofSeconds(1));
        put("a", "");
        put("b", "");
        var before = shards(arn).stream().filter(ShardsTest::isOpen).toList();
        assertThat(before).hasSize(2);

        account.sandbox().clock().advance(Duration.ofHours(4));

        var after = shards(arn).stream().filter(ShardsTest::isOpen).toList();
        assertThat(after)
                .extracting(shard -> shard.path("ParentShardId"))
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(shard -> shard.path("ShardId")).toList());
        assertThat(
                        call(
                                        "DescribeStream",
                                        "{'StreamArn': '%s', 'ShardFilter': {'Type': 'CHILD_SHARDS', 'ShardId': %s}}"
                                                .formatted(arn, before.getFirst().path("ShardId")))
                                .at("/StreamDescription/Shards")
                                .valueStream()
                                .toList())
                .hasSize(1);
    }

    private static boolean isOpen(JsonNode shard) {
        return !shard.path("SequenceNumberRange").has("EndingSequenceNumber");
    }

    @Test
    void a_reader_of_an_open_shard_is_told_when_it_has_closed() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        account.sandbox().clock().advance(Duration.ofHours(4).minusMinutes(5));
        put("a", "");
        var iterator = iterator(arn, "'TRIM_HORIZON'");
        var open = read(iterator);
        assertThat(ids(open)).containsExactly("a");
        account.sandbox().clock().advance(Duration.ofMinutes(4));
        put("b", "");
        account.sandbox().clock().advance(Duration.ofMinutes(1));
        put("c", "");

        var last = read(open.path("NextShardIterator").asString());

        assertThat(ids(last)).containsExactly("b");
        assertThat(last.has("NextShardIterator")).isFalse();
        var limited = call("GetRecords", "{'Limit': 1, 'ShardIterator': '" + iterator + "'}");
        assertThat(ids(limited)).containsExactly("a");
        assertThat(ids(read(limited.path("NextShardIterator").asString()))).containsExactly("b");
    }

    @Test
    void a_closed_shard_can_be_read_for_a_day_and_an_idle_stream_goes_on_in_new_ones() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        put("a", "");
        var first = shards(arn).getFirst();

        account.sandbox().clock().advance(Duration.ofHours(28).minusSeconds(1));
        assertThat(shards(arn)).hasSize(7);
        assertThat(shards(arn).getFirst().path("ShardId")).isEqualTo(first.path("ShardId"));
        var trimmed = read(iteratorOf(arn, first, "'TRIM_HORIZON'"));
        assertThat(trimmed.path("Records").isEmpty()).isTrue();
        assertThat(trimmed.has("NextShardIterator")).isFalse();

        account.sandbox().clock().advance(Duration.ofSeconds(1));
        assertThat(shards(arn)).hasSize(7);
        assertThat(shards(arn).getFirst().path("ParentShardId")).isEqualTo(first.path("ShardId"));
        assertThat(
                        refusal(
                                "GetShardIterator",
                                at(arn, first.path("ShardId").asString(), "'TRIM_HORIZON'")))
                .startsWith("ResourceNotFoundException");

        account.sandbox().clock().advance(Duration.ofDays(400));
        put("b", "");
        assertThat(shards(arn)).hasSize(7);
        assertThat(ids(read(iteratorOf(arn, shards(arn).getLast(), "'TRIM_HORIZON'"))))
                .containsExactly("b");
    }

    @Test
    void shards_come_in_pages_and_by_their_parent() {
        account.sandbox().clock().freeze();
        var arn = create("KEYS_ONLY");
        account.sandbox().clock().advance(Duration.ofHours(13));
        var all = shards(arn);
        assertThat(all).hasSize(4);

        var page =
                call("DescribeStream", "{'StreamArn': '" + arn + "', 'Limit': 3}")
                        .path("StreamDescription");
        var rest =
                call(
                                "DescribeStream",
                                "{'StreamArn': '%s', 'Limit': 3, 'ExclusiveStartShardId': %s}"
                                        .formatted(arn, page.path("LastEvaluatedShardId")))
                        .path("StreamDescription");
        var children =
                call(
                                "DescribeStream",
                                "{'StreamArn': '%s', 'ShardFilter': {'Type': 'CHILD_SHARDS', 'ShardId': %s}}"
                                        .formatted(arn, all.get(1).path("ShardId")))
                        .path("StreamDescription");

        assertThat(page.path("Shards").valueStream().toList()).isEqualTo(all.subList(0, 3));
        assertThat(rest.path("Shards").valueStream().toList()).isEqualTo(all.subList(3, 4));
        assertThat(rest.has("LastEvaluatedShardId")).isFalse();
        assertThat(children.path("Shards").valueStream().toList()).isEqualTo(all.subList(2, 3));
        assertThat(
                        refusal(
                                "DescribeStream",
                                "{'StreamArn': '%s', 'ShardFilter': {'Type': 'CHILD_SHARDS', 'ShardId': 'shardId-000000000000000000000000'}}"
                                        .formatted(arn)))
                .startsWith("ResourceNotFoundException");
    }

    /// A reader that follows the lineage reads every record once, in order, whatever the rhythm.
    @RepeatedTest(5)
    void following_the_children_reads_everything_once(RepetitionInfo repetition) {
        account.sandbox().clock().freeze();
        var random = new Random(repetition.getCurrentRepetition());
        var arn = create("KEYS_ONLY");
        var written = new ArrayList<String>();
        for (int number = 0; number < 40; number++) {
            put("" + number, "");
            written.add("" + number);
            account.sandbox().clock().advance(Duration.ofMinutes(random.nextInt(70)));
        }

        var found = new ArrayList<String>();
        var shard = shards(arn).getFirst();
        while (true) {
            var next = iteratorOf(arn, shard, "'TRIM_HORIZON'");
            while (!next.isEmpty()) {
                var page =
                        call(
                                "GetRecords",
                                "{'Limit': %d, 'ShardIterator': '%s'}"
                                        .formatted(1 + random.nextInt(3), next));
                found.addAll(ids(page));
                var more = page.path("NextShardIterator").asString("");
                next = page.path("Records").isEmpty() ? "" : more;
            }
            var id = shard.path("ShardId");
            var child =
                    shards(arn).stream()
                            .filter(each -> each.path("ParentShardId").equals(id))
                            .findFirst();
            if (child.isEmpty()) {
                break;
            }
            shard = child.get();
        }

        assertThat(written).endsWith(found.toArray(new String[0]));
        assertThat(found).hasSizeGreaterThan(20);
    }
}
