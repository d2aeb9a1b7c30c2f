package groundschool.emulator.dynamodb.capacity;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.dynamodb.Item;
import java.util.List;

/// How large all items of one partition key are together, with their entries in local secondary
/// indexes.
///
/// Source:
/// [ItemCollectionMetrics](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html)
///
/// @param itemCollectionKey the partition key
/// @param sizeEstimateRangeGb a lower and an upper bound in gigabytes
public record ItemCollectionMetrics(
        Item itemCollectionKey,
        @JsonProperty("SizeEstimateRangeGB") List<Double> sizeEstimateRangeGb) {

    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    /// The metrics of a collection of that size.
    public static ItemCollectionMetrics of(Item key, long sizeBytes) {
        double lower = Math.floor(sizeBytes / GIGABYTE);
        return new ItemCollectionMetrics(key, List.of(lower, lower + 1));
    }
}
