package groundschool.emulator.dynamodb;

import groundschool.emulator.dynamodb.capacity.CapacityUnits;
import groundschool.emulator.dynamodb.capacity.Consumption;
import groundschool.emulator.sandbox.Key;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What a query or a scan has read: it ends when 1 MB or as many items as the request allows have
/// been looked at, filtered out or not.
///
/// Source: [Paginating table query
/// results](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.Pagination.html)
///
/// @param items those that the filter lets through
/// @param scanned how many were looked at
/// @param last where to go on: the key of the item that was looked at last, if the end was not
///   reached, or not known to be
public record Page(List<Item> items, int scanned, Optional<Item> last, Consumption consumption) {

    private static final long LIMIT_BYTES = 1024 * 1024;
    private static final Key BEGINNING = Key.of(new byte[0]);

    /// @param consistent whether the read is strongly consistent
    static Page read(Table table, PageRequest request, boolean consistent) {
        var items = new ArrayList<Item>();
        var consumption = new Consumption(Consumption.Unit.READ);
        int limit = request.limit().orElse(Integer.MAX_VALUE);
        int scanned = 0;
        long sizeBytes = 0;
        Optional<Item> last = Optional.empty();
        var at = request.start().or(request.span()::from).orElse(BEGINNING);
        // The item with which the page passes 1 MB is still part of it.
        for (var rest = found(table, request); rest.hasNext(); ) {
            var found = rest.next();
            scanned++;
            at = found.at();
            sizeBytes += found.shown().sizeBytes();
            var item = request.wholeItems() ? found.item() : found.shown();
            if (request.wholeItems()) {
                consumption.ofTable(CapacityUnits.read(item.sizeBytes(), consistent));
            }
            if (request.filter().isEmpty() || request.filter().get().test(item)) {
                items.add(item);
            }
            if (scanned == limit || sizeBytes >= LIMIT_BYTES) {
                last = Optional.of(position(found.item(), table, request.index()));
                break;
            }
        }
        // A page is rarely of more than one partition: it is taken of the one where it ends.
        double units = CapacityUnits.read(sizeBytes, consistent);
        var end = at;
        request.index()
                .ifPresentOrElse(
                        index -> consumption.ofIndex(index, units, () -> end),
                        () -> consumption.ofTable(units, end));
        return new Page(items, scanned, last, consumption);
    }

    private static Iterator<Found> found(Table table, PageRequest request) {
        var rest = request.rest();
        return request.index()
                .map(index -> table.contents().items(index, rest, request.forward()))
                .orElseGet(() -> table.contents().items(rest, request.forward()));
    }

    /// The key attributes of the table and of the index.
    private static Item position(Item item, Table table, Optional<Index> index) {
        return item.only(positionNames(table, index));
    }

    static LinkedHashSet<String> positionNames(Table table, Optional<Index> index) {
        var names = new LinkedHashSet<String>();
        table.key().names().forEach(names::add);
        index.ifPresent(read -> read.key().names().forEach(names::add));
        return names;
    }
}
