package groundschool.emulator.lambda.mapping;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/// A tumbling window: a span of time whose records are given to the function together with what it
/// has answered to those before them.
///
/// Source: [Implementing stateful DynamoDB stream
/// processing](https://docs.aws.amazon.com/lambda/latest/dg/services-ddb-windows.html)
///
/// @param end exclusive
/// @param shard the id of the shard that its records come from; a window ends with it
/// @param state JSON that the function answered last
record Window(Instant start, Instant end, String shard, String state) {

    private static final int MOST_BYTES = 1024 * 1024;

    /// The window of a time. All begin at whole multiples of their length.
    static Window around(Instant time, int seconds, String shard) {
        long start = Math.floorDiv(time.getEpochSecond(), seconds) * seconds;
        return new Window(
                Instant.ofEpochSecond(start), Instant.ofEpochSecond(start + seconds), shard, "{}");
    }

    boolean has(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    /// Whether it has to end early, for its state is larger than AWS keeps.
    boolean isOverfull() {
        return state.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    Window holding(String other) {
        return new Window(start, end, shard, other);
    }

    /// Adds what the function is told of it.
    void describe(ObjectNode event, String streamArn, boolean isFinal) {
        event.putObject("window").put("start", start.toString()).put("end", end.toString());
        event.set("state", Batch.JSON.readTree(state));
        event.put("shardId", shard);
        event.put("eventSourceARN", streamArn);
        event.put("isFinalInvokeForWindow", isFinal && !isOverfull());
        event.put("isWindowTerminatedEarly", isFinal && isOverfull());
    }
}
