package groundschool.emulator.lambda.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records of one lane that were read from a stream together.
///
/// @param shard the id of the shard that they come from
/// @param records in order
record Batch(String shard, List<JsonNode> records) {

    static final Batch NONE = new Batch("", List.of());

    static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isEmpty() {
        return records.isEmpty();
    }

    /// The number of a record.
    static long number(JsonNode record) {
        return Long.parseLong(sequence(record).substring(1));
    }

    static String sequence(JsonNode record) {
        return record.path("dynamodb").path("SequenceNumber").asString();
    }

    private static Instant time(JsonNode record) {
        return Instant.ofEpochMilli(
                record.path("dynamodb")
                        .path("ApproximateCreationDateTime")
                        .decimalValue()
                        .movePointRight(3)
                        .longValue());
    }

    long first() {
        return number(records.getFirst());
    }

    long last() {
        return number(records.getLast());
    }

    Instant oldest() {
        return time(records.getFirst());
    }

    Instant newest() {
        return time(records.getLast());
    }

    /// Those at the front that are older.
    Batch olderThan(Instant limit) {
        return with(records.stream().takeWhile(each -> time(each).isBefore(limit)).toList());
    }

    /// Those at the front that belong to a window.
    Batch in(Window window) {
        return with(records.stream().takeWhile(each -> window.has(time(each))).toList());
    }

    /// Those from a number on.
    Batch from(long number) {
        return with(records.stream().filter(each -> number(each) >= number).toList());
    }

    private Batch with(List<JsonNode> others) {
        return new Batch(shard, others);
    }

    /// Those that one of the patterns fits; all if there is none.
    Batch fitting(List<EventPattern> patterns) {
        return patterns.isEmpty()
                ? this
                : with(
                        records.stream()
                                .filter(record ->
                                        patterns.stream()
                                                .anyMatch(pattern -> pattern.matches(record)))
                                .toList());
    }

    /// What the function is given.
    ObjectNode event(String streamArn) {
        var event = JSON.createObjectNode();
        var all = event.putArray("Records");
        for (var record : records) {
            var copy = (ObjectNode) record.deepCopy();
            copy.put("eventSourceARN", streamArn);
            all.add(copy);
        }
        return event;
    }

    /// The state that the function's answer hands on; nothing if it hands none on.
    static Optional<String> state(byte[] answer) {
        try {
            var state = JSON.readTree(answer).path("state");
            return state.isObject() ? Optional.of(state.toString()) : Optional.empty();
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }

    /// The number of the first record that failed, as the function's answer says; nothing if none
    /// did. An answer that names no record of the batch says that all failed.
    ///
    /// Source: [Configuring partial batch
    /// response](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-batchfailurereporting.html)
    Optional<Long> firstFailure(byte[] answer) {
        JsonNode failures;
        try {
            failures = JSON.readTree(answer).path("batchItemFailures");
        } catch (JacksonException noJson) {
            return Optional.of(first());
        }
        if (failures.isMissingNode() || failures.isNull() || failures.isEmpty()) {
            return Optional.empty();
        }
        var known = records.stream().map(Batch::sequence).collect(Collectors.toSet());
        var named =
                failures.valueStream()
                        .map(failure -> failure.path("itemIdentifier").asString(""))
                        .toList();
        return named.stream().allMatch(known::contains)
                ? named.stream().map(each -> Long.parseLong(each.substring(1))).min(Long::compare)
                : Optional.of(first());
    }
}
