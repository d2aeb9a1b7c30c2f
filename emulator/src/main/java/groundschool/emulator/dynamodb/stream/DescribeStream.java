package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

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
    ///
    /// @param type `CHILD_SHARDS`
    public record ShardFilter(Optional<String> type, Optional<String> shardId) {}

    /// The answer.
    public record Response(StreamDescription streamDescription) {}

    /// A stream.
    ///
    /// @param streamStatus `ENABLED` or `DISABLED`
    /// @param lastEvaluatedShardId where to go on, if there are more
    public record StreamDescription(
            String streamArn,
            String streamLabel,
            String streamStatus,
            StreamViewType streamViewType,
            Instant creationRequestDateTime,
            String tableName,
            List<KeySchemaElement> keySchema,
            List<Shard> shards,
            Optional<String> lastEvaluatedShardId) {}

    /// A part of a stream.
    ///
    /// @param parentShardId the shard that comes before it, whether or not it can still be read
    public record Shard(
            String shardId,
            SequenceNumberRange sequenceNumberRange,
            Optional<String> parentShardId) {}

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
        var shown =
                log.shards(call.now(), stream.disabledAt()).stream()
                        .filter(shard ->
                                exclusiveStartShardId
                                        .filter(start -> shard.id().compareTo(start) <= 0)
                                        .isEmpty())
                        .filter(isWanted(log, stream, call))
                        .map(DescribeStream::shard)
                        .toList();
        int page = Math.min(shown.size(), limit.orElse(PAGE));
        return new Response(
                new StreamDescription(
                        streamArn,
                        stream.label(),
                        stream.disabledAt().isPresent() ? "DISABLED" : "ENABLED",
                        stream.viewType(),
                        stream.createdAt(),
                        stream.tableName(),
                        stream.keySchema(),
                        shown.subList(0, page),
                        page < shown.size()
                                ? Optional.of(shown.get(page - 1).shardId)
                                : Optional.empty()));
    }

    private Predicate<StreamShard> isWanted(StreamLog log, StreamDefinition stream, Call call) {
        if (shardFilter.isEmpty()) {
            return _ -> true;
        }
        if (shardFilter.get().type().isEmpty() || shardFilter.get().shardId().isEmpty()) {
            throw DynamoDbErrors.validation(
                    "Both Type and ShardId must be specified in the ShardFilter");
        }
        var parent = shardFilter.get().shardId().get();
        boolean isKnown =
                log.shards(call.now(), stream.disabledAt()).stream()
                        .anyMatch(shard ->
                                shard.id().equals(parent)
                                        || shard.parent().equals(Optional.of(parent)));
        if (!isKnown) {
            throw StreamRules.noSuchShard();
        }
        return shard -> shard.parent().equals(Optional.of(parent));
    }

    private static Shard shard(StreamShard shard) {
        return new Shard(
                shard.id(),
                new SequenceNumberRange(
                        StreamLog.sequenceNumber(shard.start()),
                        shard.end().map(StreamLog::sequenceNumber)),
                shard.parent());
    }
}
