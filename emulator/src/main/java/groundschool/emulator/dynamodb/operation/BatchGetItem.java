package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Throttle;
import groundschool.emulator.dynamodb.expression.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads up to 100 items of one table or several. What does not fit into 16 MB, or is throttled, is
/// left for another call.
///
/// Source:
/// [BatchGetItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html)
public record BatchGetItem(
        Map<String, KeysAndAttributes> requestItems,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity)
        implements DynamoDbOperation {

    private static final int KEY_LIMIT = 100;
    private static final long LIMIT_BYTES = 16L * 1024 * 1024;

    private static final KeysAndAttributes NOTHING =
            new KeysAndAttributes(
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /// @param responses the items that were found, by table
    /// @param unprocessedKeys what to ask for again, by table
    public record Response(
            Map<String, List<Item>> responses,
            Map<String, KeysAndAttributes> unprocessedKeys,
            Optional<List<ConsumedCapacity>> consumedCapacity) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return requestItems.entrySet().stream()
                .map(request -> {
                    var access =
                            new ItemAccess("dynamodb:BatchGetItem", request.getKey(), tables, call);
                    request.getValue().keys().forEach(access::item);
                    return access.paths(request.getValue().expressions())
                            .parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                            .asked();
                })
                .toList();
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (requestItems.isEmpty()) {
            throw TableErrors.nothingRequested("BatchGetItem");
        }
        var projections = new LinkedHashMap<String, Optional<Projection>>();
        int keys = 0;
        for (var request : requestItems.entrySet()) {
            projections.put(request.getKey(), request.getValue().expressions().projection());
            if (new HashSet<>(request.getValue().keys()).size()
                    < request.getValue().keys().size()) {
                throw TableErrors.duplicateKeys();
            }
            keys += request.getValue().keys().size();
            if (keys > KEY_LIMIT) {
                throw TableErrors.tooManyItems("BatchGetItem");
            }
        }
        var found = new LinkedHashMap<String, Table>();
        requestItems.forEach((name, request) -> {
            var table = tables.active(name, call);
            request.keys().forEach(table::checkKey);
            projections
                    .getOrDefault(name, Optional.empty())
                    .ifPresent(given -> Conditions.requireScalarKeys(given.paths(), table));
            found.put(name, table);
        });
        var batch = new Batch();
        found.forEach((name, table) ->
                batch.read(
                        name,
                        table,
                        tables,
                        projections.getOrDefault(name, Optional.empty()),
                        call));
        return batch.response();
    }

    /// What has been read so far.
    private final class Batch {

        private final Map<String, List<Item>> responses = new LinkedHashMap<>();
        private final Map<String, KeysAndAttributes> unprocessed = new LinkedHashMap<>();
        private final List<ConsumedCapacity> capacity = new ArrayList<>();
        private final List<Throttle> throttles = new ArrayList<>();
        private boolean isAnyRead;
        private long sizeBytes;

        void read(
                String name,
                Table table,
                Tables tables,
                Optional<Projection> projection,
                Call call) {
            var request = requestItems.getOrDefault(name, NOTHING);
            boolean consistent = request.consistentRead().orElse(false);
            var items = new ArrayList<Item>();
            var left = new ArrayList<Item>();
            var throttled = new ArrayList<Item>();
            var consumption = new Consumption(Consumption.Unit.READ);
            for (var key : request.keys()) {
                var at = table.at(key);
                var item = tables.seen(table, consistent, call).get(at);
                long size = item.map(Item::sizeBytes).orElse(0);
                if (!left.isEmpty() || sizeBytes + size > LIMIT_BYTES) {
                    left.add(key);
                    continue;
                }
                table.touch(key, call);
                var read = new Consumption(Consumption.Unit.READ);
                read.ofTable(CapacityUnits.read(size, consistent), at);
                var throttle = read.throttled(table, call);
                if (throttle.isPresent()) {
                    throttles.add(throttle.get());
                    throttled.add(key);
                    continue;
                }
                read.reserve(table, call);
                isAnyRead = true;
                sizeBytes += size;
                consumption.add(read);
                item.map(found -> projection.map(given -> given.apply(found)).orElse(found))
                        .ifPresent(items::add);
            }
            consumption.noteIn(call, table);
            consumption.shown(returnConsumedCapacity, table.name()).ifPresent(capacity::add);
            responses.put(name, items);
            left.addAll(throttled);
            if (!left.isEmpty()) {
                unprocessed.put(name, request.of(left));
            }
        }

        /// @throws groundschool.emulator.AwsException if all was throttled
        Response response() {
            if (!isAnyRead && !throttles.isEmpty()) {
                throw Throttle.error(throttles);
            }
            return new Response(
                    responses,
                    unprocessed,
                    capacity.isEmpty() ? Optional.empty() : Optional.of(capacity));
        }
    }
}
