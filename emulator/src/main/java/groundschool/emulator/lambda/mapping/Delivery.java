package groundschool.emulator.lambda.mapping;

import groundschool.emulator.AwsException;
import groundschool.emulator.Services;
import groundschool.emulator.dynamodb.stream.DescribeStream;
import groundschool.emulator.dynamodb.stream.GetRecords;
import groundschool.emulator.dynamodb.stream.GetShardIterator;
import groundschool.emulator.lambda.ExecutionRole;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Runner;
import groundschool.emulator.lambda.runtime.Invocation;
import groundschool.emulator.sandbox.Sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/// Takes one batch of a stream's records to a function, reading the stream as the function's role.
record Delivery(
        Sandbox sandbox,
        Mappings mappings,
        Function<Function<Functions, Object>, Object> transition) {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final long SURELY_WHOLE_BYTES = 200 * 1024;
    private static final Duration WHEN_REFUSED = Duration.ofMinutes(1);

    /// One attempt.
    ///
    /// @return when to try again; nothing if the batch is done with
    Optional<Instant> deliver(String region, String uuid) {
        var mapping = mappings.find(region, uuid).filter(each -> each.how().enabled());
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        try {
            return deliver(mapping.get());
        } catch (AwsException refusal) {
            LOG.debug("{}: {}", uuid, refusal.message());
            change(mapping.get(), before -> before.troubled("PROBLEM: " + refusal.message()));
            return Optional.of(now().plus(WHEN_REFUSED));
        }
    }

    private Optional<Instant> deliver(Mapping mapping) {
        var reference = Mappings.reference(mapping, sandbox.account());
        var target = in(functions -> Runner.target(reference, functions, sandbox.random()));
        long newest = in(_ -> mappings.log(mapping.streamArn(), mapping.region()).last());
        var batch = read(mapping, target);
        if (batch.isEmpty()) {
            // Shards begin with a number that no record has.
            if (newest >= mapping.next()) {
                change(mapping, before -> before.at(newest + 1, Mapping.OK));
            }
            return Optional.empty();
        }
        var full = now().isBefore(batch.oldest().plusSeconds(mapping.how().window()));
        if (full && batch.records().size() < mapping.how().batchSize()) {
            return Optional.of(batch.oldest().plusSeconds(mapping.how().window()));
        }
        if (mapping.how().maximumAge() >= 0) {
            var old = batch.olderThan(now().minusSeconds(mapping.how().maximumAge()));
            if (!old.isEmpty()) {
                change(mapping, before -> before.at(old.last() + 1, Mapping.OK));
                return Optional.empty();
            }
        }
        var patterns = mapping.how().filters().stream().map(EventPattern::of).toList();
        var taken = batch.fitting(patterns);
        if (taken.isEmpty()) {
            change(mapping, before -> before.at(batch.last() + 1, Mapping.OK));
            return Optional.empty();
        }
        var runner = in(Functions::runner);
        runner.metrics().iterated(target, batch.newest());
        var result =
                runner.run(
                        target,
                        UUID.randomUUID().toString(),
                        taken.event(mapping.streamArn()),
                        Optional.empty());
        return note(mapping, batch, taken, result);
    }

    private Optional<Instant> note(
            Mapping mapping, Batch batch, Batch taken, Invocation.Result result) {
        if (result.functionError().isPresent()) {
            return failed(mapping, batch.first(), batch);
        }
        var failure =
                mapping.how().reportsFailures()
                        ? taken.firstFailure(result.payload())
                        : Optional.<Long>empty();
        if (failure.isPresent()) {
            return failed(mapping, failure.get(), batch);
        }
        change(mapping, before -> before.at(batch.last() + 1, Mapping.OK));
        return Optional.empty();
    }

    /// Records before `from` are done with. A batch that is cut in two is not counted as a failure.
    private Optional<Instant> failed(Mapping mapping, long from, Batch batch) {
        boolean isProgress = from > batch.first();
        int failures = (isProgress ? 0 : mapping.attempts()) + 1;
        long size = batch.last() - from + 1;
        if (mapping.how().bisects() && size > 1 && !isProgress) {
            long middle = from + size / 2 - 1;
            change(mapping, before -> before.failed(from, middle, before.attempts()));
            return Optional.of(now());
        }
        int most = mapping.how().maximumRetries();
        if (most >= 0 && failures > most) {
            change(mapping, before -> before.at(batch.last() + 1, "PROBLEM: Function call failed"));
            return Optional.empty();
        }
        var after = mapping.failed(from, batch.last(), failures);
        change(mapping, before -> before.failed(from, batch.last(), failures));
        return Optional.of(now().plus(after.backoff()));
    }

    private Batch read(Mapping mapping, Runner.Target target) {
        var role =
                ExecutionRole.session(
                                target.version().configuration().role(),
                                target.function().name(),
                                target.invoked().functionArn(),
                                sandbox)
                        .orElseThrow(() ->
                                new AwsException(
                                        403,
                                        "AccessDeniedException",
                                        "The role defined for the function cannot be assumed by Lambda."));
        var services = sandbox.services().as(role, mapping.region());
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
            if (ends(shard) >= mapping.next()) {
                generations.computeIfAbsent(starts(shard), _ -> new ArrayList<>()).add(shard);
            }
        }
        for (var generation : generations.values()) {
            var records = together(generation, mapping, services);
            if (!records.isEmpty()) {
                return new Batch(records);
            }
        }
        return new Batch(List.of());
    }

    /// The first records of several shards in the order in which they were written.
    ///
    /// Unlike AWS, which takes each shard's records to the function by themselves and at the same
    /// time. One cursor for all of them is enough here, since all records of a stream are numbered.
    private List<JsonNode> together(List<JsonNode> shards, Mapping mapping, Services.As services) {
        var all = new ArrayList<JsonNode>();
        long known = Long.MAX_VALUE;
        for (var shard : shards) {
            var records = read(shard, mapping, services);
            all.addAll(records);
            if (shards.size() > 1 && !isWhole(records, mapping)) {
                // What its next page has comes after all that this one has.
                known = Math.min(known, at(records.getLast()));
            }
        }
        long last = known;
        return all.stream()
                .filter(record -> at(record) <= last)
                .sorted(Comparator.comparingLong(Delivery::at))
                .limit(most(mapping))
                .toList();
    }

    /// Whether a page surely has all that its shard has: it would have ended before a record that
    /// makes it larger than 1 MB, and no record is larger than the two images of an item.
    private static boolean isWhole(List<JsonNode> page, Mapping mapping) {
        long bytes = page.stream().mapToLong(each -> each.at("/dynamodb/SizeBytes").asLong()).sum();
        return page.size() < most(mapping) && bytes < SURELY_WHOLE_BYTES;
    }

    private static long at(JsonNode record) {
        return number(record.at("/dynamodb/SequenceNumber"));
    }

    private List<JsonNode> read(JsonNode shard, Mapping mapping, Services.As services) {
        var iterator = services.run(iterator(mapping, shard), GetShardIterator.Response.class);
        var records =
                services.ask(
                        new GetRecords(iterator.shardIterator(), OptionalInt.of(most(mapping))));
        return records.path("Records").valueStream().toList();
    }

    private static int most(Mapping mapping) {
        long most =
                mapping.end() >= mapping.next()
                        ? mapping.end() - mapping.next() + 1
                        : mapping.how().batchSize();
        return (int) Math.min(most, 1000);
    }

    /// A shard that begins later is read from its beginning, and so is one whose records of more
    /// than a day ago are gone.
    private GetShardIterator iterator(Mapping mapping, JsonNode shard) {
        long horizon = in(_ -> mappings.log(mapping.streamArn(), mapping.region()).horizon(now()));
        var id = shard.path("ShardId").asString();
        return Math.max(horizon, starts(shard)) > mapping.next()
                ? new GetShardIterator(
                        mapping.streamArn(),
                        id,
                        GetShardIterator.ShardIteratorType.TRIM_HORIZON,
                        Optional.empty())
                : new GetShardIterator(
                        mapping.streamArn(),
                        id,
                        GetShardIterator.ShardIteratorType.AT_SEQUENCE_NUMBER,
                        Optional.of("1%020d".formatted(mapping.next())));
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

    /// Unless it was changed or deleted meanwhile, what was found out is noted.
    private void change(Mapping mapping, Function<Mapping, Mapping> change) {
        in(_ -> {
            mappings.find(mapping.region(), mapping.uuid())
                    .ifPresent(before -> mappings.put(change.apply(before)));
            return List.of();
        });
    }

    @SuppressWarnings("unchecked") // what the body gives comes back
    private <R> R in(Function<Functions, R> body) {
        return (R) transition.apply(body::apply);
    }

    private Instant now() {
        return sandbox.clock().now();
    }
}
