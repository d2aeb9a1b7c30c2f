package groundschool.emulator.lambda.mapping;

import groundschool.emulator.dynamodb.stream.StreamLog;
import groundschool.emulator.dynamodb.stream.StreamViewType;
import groundschool.emulator.dynamodb.stream.Streams;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Kept;
import groundschool.emulator.sandbox.Sandbox;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// The event source mappings of one sandbox. Each is looked after when something was written to the
/// sandbox's state that its stream has, and no more often.
public final class Mappings {

    private final Sandbox sandbox;
    private final Function<Function<Functions, Object>, Object> transition;
    private final Kept<Mapping> mappings;

    /// Those that a look is scheduled for, or under way.
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /// @param transition reaches the functions as they are then
    public Mappings(
            Sandbox sandbox,
            Kept<Mapping> mappings,
            Function<Function<Functions, Object>, Object> transition) {
        this.sandbox = sandbox;
        this.mappings = mappings;
        this.transition = transition;
    }

    public Optional<Mapping> find(String region, String uuid) {
        return mappings.get(region, uuid);
    }

    /// Those of a Region, by their ids.
    public Stream<Mapping> in(String region) {
        return mappings.below(region);
    }

    public void put(Mapping mapping) {
        mappings.put(mapping, mapping.region(), mapping.uuid());
    }

    public void remove(Mapping mapping) {
        mappings.remove(mapping.region(), mapping.uuid());
    }

    /// Begins to look after them, once the sandbox's state was opened.
    public void wake() {
        sandbox.storage().afterEachCommit(this::look);
        look();
    }

    /// Schedules work for those whose streams have something new.
    private void look() {
        mappings.all()
                .filter(mapping -> mapping.how().enabled() && hasNews(mapping))
                .forEach(mapping -> schedule(mapping, sandbox.clock().now()));
    }

    private boolean hasNews(Mapping mapping) {
        return log(mapping.streamArn(), mapping.region()).last() >= mapping.next();
    }

    /// The records of the stream that has that ARN.
    StreamLog log(String streamArn, String region) {
        // arn:aws:dynamodb:region:account:table/name/stream/label
        var parts = streamArn.substring(streamArn.indexOf("table/")).split("/", 4);
        return new Streams(region, sandbox.storage())
                .log(parts[1], parts[3], StreamViewType.NEW_AND_OLD_IMAGES);
    }

    /// The number of the record that a new mapping begins at.
    public long start(String streamArn, String region, String position, Instant now) {
        var log = log(streamArn, region);
        return position.equals("LATEST") ? log.last() + 1 : log.horizon(now);
    }

    private void schedule(Mapping mapping, Instant at) {
        if (busy.add(mapping.uuid())) {
            sandbox.clock().scheduleLong(at, () -> work(mapping.region(), mapping.uuid()));
        }
    }

    private void work(String region, String uuid) {
        Optional<Instant> again = Optional.empty();
        try {
            again = new Delivery(sandbox, this, transition).deliver(region, uuid);
        } finally {
            busy.remove(uuid);
        }
        var due = again;
        find(region, uuid)
                .filter(mapping -> mapping.how().enabled())
                .ifPresent(mapping -> {
                    if (due.isPresent()) {
                        schedule(mapping, due.get());
                    } else if (hasNews(mapping)) {
                        schedule(mapping, sandbox.clock().now());
                    }
                });
    }

    /// A function, as a mapping's ARN names it.
    static FunctionReference reference(Mapping mapping, String account) {
        // arn:aws:lambda:region:account:function:name:qualifier
        var parts = mapping.functionArn().split(":");
        return new FunctionReference(
                parts[6],
                parts.length > 7 ? Optional.of(parts[7]) : Optional.empty(),
                account,
                mapping.region());
    }
}
