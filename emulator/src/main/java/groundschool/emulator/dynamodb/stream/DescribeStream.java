package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Shows a stream and its shards.
///
/// Source:
/// [DescribeStream](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_DescribeStream.html)
public record DescribeStream(
        String streamArn,
        OptionalInt limit,
        Optional<String> exclusiveStartShardId,
        Optional<ShardFilter> shardFilter)
        implements StreamsOperation {

    private static final int PAGE = 100;

    /// Asks for the shards that came from a shard.
    public record ShardFilter(Optional<String> type, Optional<String> shardId) {}

    /// The answer.
    public record Response(StreamDescription streamDescription) {}

    /// A stream.
    ///
    /// @param streamStatus `ENABLED` or `DISABLED`
    public record StreamDescription(
            String streamArn,
            String streamLabel,
            String streamStatus,
            StreamViewType streamViewType,
            Instant creationRequestDateTime,
            String tableName,
            List<KeySchemaElement> keySchema,
            List<Shard> shards) {}

    /// A part of a stream.
    public record Shard(String shardId, SequenceNumberRange sequenceNumberRange) {}

    /// @param endingSequenceNumber present once the shard has no more records
    public record SequenceNumberRange(
            String startingSequenceNumber, Optional<String> endingSequenceNumber) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DescribeStream", streamArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        StreamRules.checkLimit(limit, PAGE);
        var streams = tables.streams(call);
        var stream = streams.named(streamArn, call);
        var log = streams.log(stream);
        var shard =
                new Shard(
                        stream.shardId(),
                        new SequenceNumberRange(
                                StreamLog.sequenceNumber(1),
                                stream.disabledAt()
                                        .map(_ ->
                                                StreamLog.sequenceNumber(
                                                        Math.max(1, log.last())))));
        // The one shard has no children, and nothing comes after it.
        boolean isShown =
                shardFilter.isEmpty()
                        && exclusiveStartShardId.filter(shard.shardId::equals).isEmpty();
        return new Response(
                new StreamDescription(
                        streamArn,
                        stream.label(),
                        stream.disabledAt().isPresent() ? "DISABLED" : "ENABLED",
                        stream.viewType(),
                        stream.createdAt(),
                        stream.tableName(),
                        stream.keySchema(),
                        isShown ? List.of(shard) : List.of()));
    }
}
