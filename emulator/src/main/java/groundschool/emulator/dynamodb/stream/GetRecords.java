package groundschool.emulator.dynamodb.stream;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.stream.StreamEntry.OperationType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// Reads the records of a shard from an iterator on: up to 1000, or 1 MB.
///
/// Source:
/// [GetRecords](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_GetRecords.html)
public record GetRecords(String shardIterator, OptionalInt limit) implements StreamsOperation {

    private static final int PAGE = 1000;

    /// @param nextShardIterator absent if the shard has no more records and will have none
    public record Response(List<Record> records, Optional<String> nextShardIterator) {}

    /// A change to an item.
    ///
    /// @param userIdentity present if it was not a user who changed it
    public record Record(
            String eventId,
            OperationType eventName,
            String eventVersion,
            String eventSource,
            String awsRegion,
            StreamRecord dynamodb,
            Optional<Identity> userIdentity) {}

    /// The service that deletes what has expired.
    public record Identity(String principalId, String type) {
        private static final Identity SERVICE = new Identity("dynamodb.amazonaws.com", "Service");
    }

    /// What the change was.
    public record StreamRecord(
            Instant approximateCreationDateTime,
            Item keys,
            Optional<Item> newImage,
            Optional<Item> oldImage,
            String sequenceNumber,
            long sizeBytes,
            StreamViewType streamViewType) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:GetRecords", ShardIterator.streamArn(shardIterator)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        StreamRules.checkLimit(limit, PAGE);
        var iterator = ShardIterator.read(shardIterator, call.now());
        var streams = tables.streams(call);
        var stream = streams.named(iterator.streamArn(), call);
        // What has expired is deleted before anybody reads what was deleted.
        tables.find(stream.tableName(), call);
        var log = streams.log(stream);
        var shard =
                log.shards(call.now(), stream.disabledAt()).stream()
                        .filter(each -> each.id().equals(iterator.shard()))
                        .findFirst()
                        .orElseThrow(StreamRules::trimmed);
        if (iterator.next() < log.horizon(call.now()) && shard.has(iterator.next())) {
            throw StreamRules.trimmed();
        }
        var page = log.from(iterator.next(), shard, limit.orElse(PAGE));
        long next = page.isEmpty() ? iterator.next() : page.getLast().number() + 1;
        boolean isOver = shard.isClosed() && log.from(next, shard, 1).isEmpty();
        return new Response(
                page.stream().map(entry -> record(entry, stream, call)).toList(),
                isOver ? Optional.empty() : Optional.of(iterator.at(next, call.now()).text()));
    }

    private static Record record(StreamEntry entry, StreamDefinition stream, Call call) {
        var id = stream.tableName() + stream.label() + entry.sequenceNumber();
        return new Record(
                UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .replace("-", ""),
                entry.operation(),
                "1.1",
                "aws:dynamodb",
                call.region(),
                new StreamRecord(
                        entry.at().truncatedTo(ChronoUnit.SECONDS),
                        entry.keys(),
                        entry.newImage(),
                        entry.oldImage(),
                        entry.sequenceNumber(),
                        entry.sizeBytes(),
                        stream.viewType()),
                entry.byService() ? Optional.of(Identity.SERVICE) : Optional.empty());
    }
}
