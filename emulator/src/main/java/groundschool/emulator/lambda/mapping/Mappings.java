package groundschool.emulator.lambda.mapping;

import groundschool.emulator.dynamodb.stream.StreamLog;
import groundschool.emulator.dynamodb.stream.StreamViewType;
import groundschool.emulator.dynamodb.stream.Streams;
import groundschool.emulator.lambda.FunctionReference;
import groundschool.emulator.lambda.Functions;
import groundschool.emulator.lambda.Kept;
import groundschool.emulator.sandbox.Sandbox;
import groundschool.emulator.sandbox.Storage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The event source mappings of one sandbox. Each is looked after when something was written to the
/// sandbox's state that its stream has, when a window of it ends, and no more often.
public final class Mappings {

    private final Sandbox sandbox;
    private final Function<Function<Functions, Object>, Object> transition;
    private final Kept<Mapping> mappings;

    /// By Region, mapping and number, as far as something was read for them.
    private final Kept<Lane> lanes;

    /// The lanes that a look is scheduled for, or under way.
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /// When the window ends that a lane has open, as far as somebody waits for it.
    private final Map<String, Instant> closings = new ConcurrentHashMap<>();

    /// @param transition reaches the functions as they are then
    public Mappings(
            Sandbox sandbox,
            Kept<Mapping> mappings,
            Storage storage,
            Function<Function<Functions, Object>, Object> transition) {
        this.sandbox = sandbox;
        this.mappings = mappings;
        this.lanes = new Kept<>("mapping-lanes", Lane.class, storage);
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

    /// Sets one otherwise. Other lanes begin where the slowest of those before has come to, so that
    /// nothing is left out.
    public void replace(Mapping before, Mapping after) {
        if (before.how().lanes() == after.how().lanes()) {
            put(after);
            return;
        }
        long slowest = lanes(before).mapToLong(Lane::next).min().orElse(before.next());
        lanes.clear(before.region(), before.uuid());
        put(after.from(slowest));
    }

    public void remove(Mapping mapping) {
        mappings.remove(mapping.region(), mapping.uuid());
        lanes.clear(mapping.region(), mapping.uuid());
    }

    /// Notes how far a lane has come.
    void put(Mapping mapping, Lane lane) {
        lanes.put(lane, mapping.region(), mapping.uuid(), Integer.toString(lane.index()));
    }

    Lane lane(Mapping mapping, int index) {
        return lanes.get(mapping.region(), mapping.uuid(), Integer.toString(index))
                .orElseGet(() -> Lane.from(mapping.next(), index));
    }

    private Stream<Lane> lanes(Mapping mapping) {
        return IntStream.range(0, mapping.how().lanes()).mapToObj(index -> lane(mapping, index));
    }

    /// Begins to look after them, once the sandbox's state was opened.
    public void wake() {
        sandbox.storage().afterEachCommit(this::look);
        look();
        mappings.all()
                .filter(mapping -> mapping.how().enabled())
                .forEach(mapping -> lanes(mapping).forEach(lane -> await(mapping, lane)));
    }

    /// Schedules work for those whose streams have something new.
    private void look() {
        if (mappings.isEmpty()) {
            return;
        }
        mappings.all()
                .filter(mapping -> mapping.how().enabled())
                .forEach(mapping -> {
                    long last = log(mapping.streamArn(), mapping.region()).last();
                    lanes(mapping)
                            .filter(lane -> last >= lane.next())
                            .forEach(lane -> schedule(mapping, lane, sandbox.clock().now()));
                });
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

    private static String name(Mapping mapping, int lane) {
        return mapping.uuid() + "/" + lane;
    }

    private void schedule(Mapping mapping, Lane lane, Instant at) {
        if (busy.add(name(mapping, lane.index()))) {
            sandbox.clock().scheduleLong(at, () -> work(mapping, lane.index()));
        }
    }

    private void work(Mapping named, int index) {
        Optional<Instant> again = Optional.empty();
        try {
            again = new Delivery(sandbox, this, transition).deliver(named, index);
        } finally {
            busy.remove(name(named, index));
        }
        var mapping =
                find(named.region(), named.uuid())
                        .filter(each -> each.how().enabled() && index < each.how().lanes());
        if (mapping.isEmpty()) {
            return;
        }
        var lane = lane(mapping.get(), index);
        if (again.isPresent()) {
            schedule(mapping.get(), lane, again.get());
        } else if (log(named.streamArn(), named.region()).last() >= lane.next()) {
            schedule(mapping.get(), lane, sandbox.clock().now());
        } else {
            await(mapping.get(), lane);
        }
    }

    /// Looks after a lane when its window ends, whatever comes before that.
    private void await(Mapping mapping, Lane lane) {
        lane.window()
                .ifPresent(window -> {
                    var name = name(mapping, lane.index());
                    var at = window.isOverfull() ? sandbox.clock().now() : window.end();
                    if (!at.equals(closings.put(name, at))) {
                        sandbox.clock()
                                .scheduleLong(
                                        at,
                                        () -> {
                                            closings.remove(name, at);
                                            schedule(mapping, lane, at);
                                        });
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
