package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;

/// Says where reading a shard begins.
///
/// Source:
/// [GetShardIterator](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetShardIterator.html)
public record GetShardIterator(
        String streamArn,
        String shardId,
        ShardIteratorType shardIteratorType,
        Optional<String> sequenceNumber)
        implements StreamsOperation {

    /// Where to begin.
    public enum ShardIteratorType {
        TRIM_HORIZON,
        LATEST,
        AT_SEQUENCE_NUMBER,
        AFTER_SEQUENCE_NUMBER
    }

    /// The answer.
    public record Response(String shardIterator) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:GetShardIterator", streamArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var streams = tables.streams(call);
        var stream = streams.named(streamArn, call);
        var log = streams.log(stream);
        var shard =
                log.shards(call.now(), stream.disabledAt()).stream()
                        .filter(each -> each.id().equals(shardId))
                        .findFirst()
                        .orElseThrow(StreamRules::noSuchShard);
        long horizon = log.horizon(call.now());
        long next =
                switch (shardIteratorType) {
                    case TRIM_HORIZON -> Math.max(shard.start(), horizon);
                    case LATEST -> shard.end().orElse(log.last()) + 1;
                    case AT_SEQUENCE_NUMBER -> number(shard, log);
                    case AFTER_SEQUENCE_NUMBER -> number(shard, log) + 1;
                };
        if (next < horizon && shard.has(next)) {
            throw StreamRules.trimmed();
        }
        return new Response(new ShardIterator(streamArn, shard.id(), next, call.now()).text());
    }

    private long number(StreamShard shard, StreamLog log) {
        var text =
                sequenceNumber.orElseThrow(() ->
                        DynamoDbErrors.validation(
                                "SequenceNumber must be specified when ShardIteratorType is "
                                        + shardIteratorType));
        if (!text.matches("1\\d{20}")) {
            throw DynamoDbErrors.validation("Invalid SequenceNumber: " + text);
        }
        try {
            long number = Long.parseLong(text.substring(1));
            if (shard.has(number) && number <= log.last() + 1) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            // Is beyond the shard's end too.
        }
        throw DynamoDbErrors.validation("Invalid SequenceNumber: " + text + " is not in the shard");
    }
}
