package groundschool.emulator.lambda.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Records that were read from a stream together.
///
/// @param records in order, without a gap
record Batch(List<JsonNode> records) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    boolean isEmpty() {
        return records.isEmpty();
    }

    /// The number of a record.
    private static long number(JsonNode record) {
        return Long.parseLong(sequence(record).substring(1));
    }

    private static String sequence(JsonNode record) {
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
        return new Batch(records.stream().takeWhile(each -> time(each).isBefore(limit)).toList());
    }

    /// Those that one of the patterns fits; all if there is none.
    Batch fitting(List<EventPattern> patterns) {
        return patterns.isEmpty()
                ? this
                : new Batch(
                        records.stream()
                                .filter(record ->
                                        patterns.stream()
                                                .anyMatch(pattern -> pattern.matches(record)))
                                .toList());
    }

    /// What the function is given.
    byte[] event(String streamArn) {
        var event = JSON.createObjectNode();
        var all = event.putArray("Records");
        for (var record : records) {
            var copy = (ObjectNode) record.deepCopy();
            copy.put("eventSourceARN", streamArn);
            all.add(copy);
        }
        return JSON.writeValueAsBytes(event);
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
