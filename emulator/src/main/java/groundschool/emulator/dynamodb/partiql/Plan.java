package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.AttributeValue;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.KeySpan;
import groundschool.emulator.dynamodb.Segments;
import groundschool.emulator.dynamodb.expression.Condition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The reads that a SELECT comes down to: queries of partitions that its WHERE names by equality or
/// IN, or else a scan.
///
/// Source: [PartiQL select
/// statements](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.select.html)
public final class Plan {

    private final List<Branch> branches;
    private final List<KeySpan> reads;
    private final boolean forward;

    private Plan(List<Branch> branches, List<KeySpan> reads, boolean forward) {
        this.branches = List.copyOf(branches);
        this.reads = List.copyOf(reads);
        this.forward = forward;
    }

    /// @param key of the table or the index that is read
    /// @throws groundschool.emulator.AwsException if the service cannot read so
    public static Plan of(Statement.Select select, Optional<Condition> where, KeySchema key) {
        var order = Order.of(select, key);
        if (where.isEmpty() || !isKeyed(where, key)) {
            order.requireUnkeyed();
            return new Plan(List.of(), List.of(Segments.WHOLE.span()), true);
        }
        var branches =
                new Branches(key)
                        .of(where.get().node()).stream()
                                .map(parts -> Branch.of(parts, key))
                                .sorted(Comparator.comparing(Branch::partition, Plan::compare))
                                .toList();
        var byPartition = new LinkedHashMap<List<AttributeValue>, List<Branch>>();
        branches.stream()
                .filter(branch -> !branch.isEmpty())
                .forEach(branch ->
                        byPartition
                                .computeIfAbsent(branch.partition(), _ -> new ArrayList<>())
                                .add(branch));
        order.requireKey(byPartition.size());
        var partitions = new ArrayList<>(byPartition.values());
        var reads =
                (order.partitionsForward() ? partitions : partitions.reversed())
                        .stream().flatMap(some -> order.sorted(spans(some)).stream()).toList();
        return new Plan(branches, reads, order.forward());
    }

    /// Whether it is enough to read the partitions that the condition names.
    public static boolean isKeyed(Optional<Condition> where, KeySchema key) {
        return where.filter(given -> new Branches(key).isKeyed(given.node())).isPresent();
    }

    /// The values that the condition gives to the partition key, or to its first attribute,
    /// wherever it does so.
    public static List<AttributeValue> partitions(Optional<Condition> where, KeySchema key) {
        return where.map(given -> Conjunction.of(given.node()).parts()).orElse(List.of()).stream()
                .flatMap(part -> Partitions.of(part, key.partitionName()))
                .distinct()
                .toList();
    }

    private static int compare(List<AttributeValue> some, List<AttributeValue> others) {
        for (int i = 0; i < some.size(); i++) {
            int order = some.get(i).compare(others.get(i)).orElse(0);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// The ranges of one partition, in their order; none of them shares an item with another.
    private static List<KeySpan> spans(List<Branch> branches) {
        if (branches.size() > 1 && branches.stream().anyMatch(Branch::isLoose)) {
            return List.of(Branch.whole(branches.getFirst().partition()));
        }
        var spans =
                branches.stream()
                        .map(Branch::span)
                        .sorted(Comparator.comparing(span -> span.from().orElseThrow()))
                        .toList();
        for (int i = 1; i < spans.size(); i++) {
            var end = spans.get(i - 1).to().orElseThrow();
            if (end.compareTo(spans.get(i).from().orElseThrow()) > 0) {
                throw StatementErrors.overlappingRanges();
            }
        }
        return spans;
    }

    /// What is read, one after the other.
    public List<KeySpan> reads() {
        return reads;
    }

    /// Whether each is read in the order of its sort keys.
    public boolean forward() {
        return forward;
    }

    /// The attributes that an index lacks and the WHERE needs. The service asks for them only where
    /// it reads by key and no alternative does without.
    ///
    /// @param projected what the index has
    public Set<String> missing(List<String> projected) {
        Set<String> last = Set.of();
        for (var branch : branches) {
            // In the order of a hash set, as the service tells them.
            var names = new HashSet<String>();
            branch.parts().parts().forEach(part -> names.addAll(Roots.of(part)));
            names.removeIf(projected::contains);
            if (names.isEmpty()) {
                return Set.of();
            }
            last = names;
        }
        return last;
    }
}
