package groundschool.emulator.lambda.mapping;

import groundschool.emulator.Services;
import groundschool.emulator.dynamodb.stream.DescribeStream;
import groundschool.emulator.dynamodb.stream.GetRecords;
import groundschool.emulator.dynamodb.stream.GetShardIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Reads one lane's records of a stream, as the function's role.
///
/// @param horizon the least number that can still be read
/// @param newest the last number that was written before anything is read: of what is written
///   meanwhile, one shard could show a later record than another
record StreamReader(Mapping mapping, Lane lane, Services.As services, long horizon, long newest) {

    private static final int PAGE = 1000;

    /// As much of a stream as one event may hold: a page of it is at most 1 MB.
    private static final int MOST_PAGES = 5;

    /// The next batch; one without records if there is none.
    Batch read() {
        var shards =
                services.ask(
                                new DescribeStream(
                                        mapping.streamArn(),
                                        OptionalInt.empty(),
                                        Optional.empty(),
                                        Optional.empty()))
                        .at("/StreamDescription/Shards");
        // Those that begin with the same number are open at the same time. Parents begin before.
        var generations = new TreeMap<Long, List<JsonNode>>();
        for (var shard : shards) {
            if (ends(shard) >= lane.next()) {
                generations.computeIfAbsent(starts(shard), _ -> new ArrayList<>()).add(shard);
            }
        }
        for (var generation : generations.values()) {
            var batch = together(generation.stream().map(this::read).toList());
            if (!batch.isEmpty()) {
                return batch;
            }
        }
        return Batch.NONE;
    }

    /// What was found in a shard.
    ///
    /// @param through up to which number there is nothing else; beyond all if that was its end
    private record Found(String shard, List<JsonNode> records, long through) {}

    /// The first records of shards that are open at the same time, in the order in which they were
    /// written.
    ///
    /// Unlike AWS, which takes each shard's records to the function by themselves and at the same
    /// time. One cursor for all of them is enough here, since all records of a stream are numbered.
    private Batch together(List<Found> shards) {
        long known = shards.stream().mapToLong(Found::through).reduce(newest, Math::min);
        var records =
                shards.stream()
                        .flatMap(found -> found.records().stream())
                        .filter(record -> Batch.number(record) <= known)
                        .sorted(Comparator.comparingLong(Batch::number))
                        .limit(mapping.how().batchSize())
                        .toList();
        return shards.stream()
                .filter(found -> !records.isEmpty() && found.records().contains(records.getFirst()))
                .findFirst()
                .map(found -> new Batch(found.shard(), records))
                .orElse(Batch.NONE);
    }

    private Found read(JsonNode shard) {
        int wanted = mapping.how().batchSize();
        long last = lane.end() >= lane.next() ? lane.end() : Long.MAX_VALUE;
        long through = Long.MAX_VALUE;
        var found = new ArrayList<JsonNode>();
        var iterator =
                Optional.of(
                        services.run(iterator(shard), GetShardIterator.Response.class)
                                .shardIterator());
        for (int page = 0; iterator.isPresent(); ) {
            var answer =
                    services.ask(
                            new GetRecords(
                                    iterator.get(), OptionalInt.of(Math.min(limit(wanted), PAGE))));
            var records = answer.path("Records");
            int before = found.size();
            for (var record : records) {
                if (Batch.number(record) <= last && found.size() < wanted && isOurs(record)) {
                    found.add(record);
                }
            }
            page += found.size() > before ? 1 : 0;
            if (found.size() >= wanted) {
                through = Batch.number(found.getLast());
                break;
            }
            if (records.isEmpty() || Batch.number(records.get(records.size() - 1)) >= last) {
                break;
            }
            if (page >= MOST_PAGES) {
                through = Batch.number(records.get(records.size() - 1));
                break;
            }
            iterator = answer.path("NextShardIterator").asStringOpt();
        }
        return new Found(shard.path("ShardId").asString(), found, through);
    }

    /// Of several lanes each has a share only.
    private int limit(int wanted) {
        return mapping.how().lanes() == 1 ? wanted : PAGE;
    }

    /// The changes of one item are all in the same lane.
    private boolean isOurs(JsonNode record) {
        var key = record.path("dynamodb").path("Keys").toString();
        return Math.floorMod(key.hashCode(), mapping.how().lanes()) == lane.index();
    }

    /// A shard that begins later is read from its beginning, and so is one whose records of more
    /// than a day ago are gone.
    private GetShardIterator iterator(JsonNode shard) {
        var id = shard.path("ShardId").asString();
        return Math.max(horizon, starts(shard)) > lane.next()
                ? new GetShardIterator(
                        mapping.streamArn(),
                        id,
                        GetShardIterator.ShardIteratorType.TRIM_HORIZON,
                        Optional.empty())
                : new GetShardIterator(
                        mapping.streamArn(),
                        id,
                        GetShardIterator.ShardIteratorType.AT_SEQUENCE_NUMBER,
                        Optional.of("1%020d".formatted(lane.next())));
    }

    private static long starts(JsonNode shard) {
        return number(shard.at("/SequenceNumberRange/StartingSequenceNumber"));
    }

    /// The last number of a shard; beyond all as long as it is open.
    private static long ends(JsonNode shard) {
        var last = shard.at("/SequenceNumberRange/EndingSequenceNumber");
        return last.isMissingNode() ? Long.MAX_VALUE : number(last);
    }

    private static long number(JsonNode sequenceNumber) {
        return Long.parseLong(sequenceNumber.asString().substring(1));
    }
}
