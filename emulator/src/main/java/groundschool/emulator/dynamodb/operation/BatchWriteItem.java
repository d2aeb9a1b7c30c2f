package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.capacity.ConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.dynamodb.capacity.ItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.ReturnConsumedCapacity;
import groundschool.emulator.dynamodb.capacity.ReturnItemCollectionMetrics;
import groundschool.emulator.dynamodb.capacity.Throttle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts and deletes up to 25 items of one table or several.
///
/// Source:
/// [BatchWriteItem](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html)
public record BatchWriteItem(
        Map<String, List<WriteRequest>> requestItems,
        Optional<ReturnConsumedCapacity> returnConsumedCapacity,
        Optional<ReturnItemCollectionMetrics> returnItemCollectionMetrics)
        implements DynamoDbOperation {

    private static final int WRITE_LIMIT = 25;

    /// @param unprocessedItems what was throttled and is to be asked for again, by table
    public record Response(
            Map<String, List<WriteRequest>> unprocessedItems,
            Optional<Map<String, List<ItemCollectionMetrics>>> itemCollectionMetrics,
            Optional<List<ConsumedCapacity>> consumedCapacity) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return requestItems.entrySet().stream()
                .map(request -> {
                    var access =
                            new ItemAccess(
                                    "dynamodb:BatchWriteItem", request.getKey(), tables, call);
                    request.getValue().stream()
                            .filter(BatchWriteItem::isOneWrite)
                            .map(WriteRequest::itemOrKey)
                            .forEach(access::item);
                    return access.parameter("ReturnConsumedCapacity", returnConsumedCapacity)
                            .asked();
                })
                .toList();
    }

    @Override
    public Response run(Tables tables, Call call) {
        checkRequests();
        var found = new LinkedHashMap<String, Table>();
        requestItems.forEach((name, requests) -> {
            var table = tables.active(name, call);
            check(requests, table);
            found.put(name, table);
        });
        var batch = new Batch(call);
        found.forEach((name, table) ->
                batch.write(name, requestItems.getOrDefault(name, List.of()), table));
        return batch.response();
    }

    private void checkRequests() {
        if (requestItems.isEmpty()) {
            throw TableErrors.nothingRequested("BatchWriteItem");
        }
        int writes = 0;
        for (var requests : requestItems.values()) {
            for (var request : requests) {
                if (!isOneWrite(request)) {
                    throw DynamoDbErrors.severalDataTypes();
                }
                request.putRequest().ifPresent(put -> ItemSize.check(put.item()));
            }
            writes += requests.size();
        }
        if (writes > WRITE_LIMIT) {
            throw TableErrors.tooManyItems("BatchWriteItem");
        }
    }

    private static boolean isOneWrite(WriteRequest request) {
        return request.putRequest().isPresent() != request.deleteRequest().isPresent();
    }

    private static void check(List<WriteRequest> requests, Table table) {
        var keys = new HashSet<Item>();
        for (var request : requests) {
            request.putRequest().ifPresent(put -> table.checkItemOfBatch(put.item()));
            request.deleteRequest().ifPresent(delete -> table.checkKey(delete.key()));
            if (!keys.add(table.key().of(request.itemOrKey()))) {
                throw TableErrors.duplicateKeys();
            }
        }
    }

    /// What has been written so far.
    private final class Batch {

        private final Call call;
        private final Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>();
        private final Map<String, List<ItemCollectionMetrics>> metrics = new LinkedHashMap<>();
        private final List<ConsumedCapacity> capacity = new ArrayList<>();
        private final List<Throttle> throttles = new ArrayList<>();
        private boolean isAnyWritten;

        Batch(Call call) {
            this.call = call;
        }

        void write(String name, List<WriteRequest> requests, Table table) {
            var consumption = new Consumption(Consumption.Unit.WRITE);
            var written = new ArrayList<WriteRequest>();
            var left = new ArrayList<WriteRequest>();
            for (var request : requests) {
                var throttle = write(request, table, consumption);
                throttle.ifPresent(throttles::add);
                (throttle.isPresent() ? left : written).add(request);
            }
            isAnyWritten |= !written.isEmpty();
            consumption.noteIn(call, table);
            consumption.shown(returnConsumedCapacity, table.name()).ifPresent(capacity::add);
            var collections = collections(written, table);
            if (!collections.isEmpty()) {
                metrics.put(name, collections);
            }
            if (!left.isEmpty()) {
                unprocessed.put(name, left);
            }
        }

        /// @return what stands against it; then nothing is written
        private Optional<Throttle> write(
                WriteRequest request, Table table, Consumption consumption) {
            var item = request.itemOrKey();
            var at = table.at(item);
            var before = table.get(at);
            var after = request.putRequest().map(WriteRequest.PutRequest::item);
            table.touch(item, call);
            var taken = table.contents().unitsOf(at, before, after);
            var throttle = taken.throttled(table, call);
            if (throttle.isEmpty()) {
                taken.reserve(table, call);
                after.ifPresentOrElse(
                        put -> table.put(put, before, call),
                        () -> table.delete(item, before, call));
                consumption.add(taken);
            }
            return throttle;
        }

        /// @throws groundschool.emulator.AwsException if all was throttled
        Response response() {
            if (!isAnyWritten && !throttles.isEmpty()) {
                throw Throttle.error(throttles);
            }
            return new Response(
                    unprocessed,
                    metrics.isEmpty() ? Optional.empty() : Optional.of(metrics),
                    capacity.isEmpty() ? Optional.empty() : Optional.of(capacity));
        }
    }

    private List<ItemCollectionMetrics> collections(List<WriteRequest> requests, Table table) {
        if (!returnItemCollectionMetrics.equals(Optional.of(ReturnItemCollectionMetrics.SIZE))) {
            return List.of();
        }
        var collections = new LinkedHashSet<ItemCollectionMetrics>();
        requests.forEach(
                request -> table.collection(request.itemOrKey()).ifPresent(collections::add));
        return List.copyOf(collections);
    }
}
