package groundschool.emulator.dynamodb.partiql;

import groundschool.emulator.dynamodb.KeyAttribute;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.KeySpan;
import java.util.List;

/// What an ORDER BY asks for, of a SELECT that may have none.
///
/// @param isAsked whether there is an ORDER BY
/// @param namesPartition whether it names the partition key
/// @param partitionsForward whether partitions come in the order of their keys
/// @param forward whether the items of a partition come in the order of their sort keys
record Order(boolean isAsked, boolean namesPartition, boolean partitionsForward, boolean forward) {

    private static final Order NONE = new Order(false, false, true, true);

    /// @throws groundschool.emulator.AwsException if it is not about the key
    static Order of(Statement.Select select, KeySchema key) {
        if (select.orderBy().isEmpty()) {
            return NONE;
        }
        if (select.where().isEmpty()) {
            throw StatementErrors.orderWithoutWhere();
        }
        boolean namesPartition = false;
        boolean partitionsForward = true;
        // An ORDER BY that does not speak of the sort key has the service read backwards.
        boolean forward = false;
        for (var ordering : select.orderBy()) {
            var path = ordering.path();
            if (path.isNested() || !key.has(path.attribute())) {
                throw StatementErrors.orderByOther(path);
            }
            if (has(key.partition(), path.attribute())) {
                namesPartition = true;
                partitionsForward = ordering.ascending();
            } else {
                forward = ordering.ascending();
            }
        }
        return new Order(true, namesPartition, partitionsForward, forward);
    }

    private static boolean has(List<KeyAttribute> attributes, String name) {
        return attributes.stream().anyMatch(attribute -> attribute.name().equals(name));
    }

    /// @throws groundschool.emulator.AwsException if there is an ORDER BY
    void requireUnkeyed() {
        if (isAsked) {
            throw StatementErrors.orderWithoutKey();
        }
    }

    /// @throws groundschool.emulator.AwsException if several partitions are in no order
    void requireKey(int partitions) {
        if (isAsked && !namesPartition && partitions > 1) {
            throw StatementErrors.orderOfSeveralKeys();
        }
    }

    /// @param spans of one partition, in the order of their keys
    List<KeySpan> sorted(List<KeySpan> spans) {
        return forward ? spans : spans.reversed();
    }
}
