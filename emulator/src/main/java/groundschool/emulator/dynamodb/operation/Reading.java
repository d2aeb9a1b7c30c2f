package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Index;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.Page;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.expression.Projection;
import java.util.List;
import java.util.Optional;

/// What queries and scans have in common: the index that they read, and what of its items they
/// answer.
///
/// @param index read instead of the table
/// @param select what to answer
/// @param projection present with `SPECIFIC_ATTRIBUTES` only
record Reading(Optional<Index> index, Select select, Optional<Projection> projection) {

    /// Holds `Select` against the parameters that must or must not come with it.
    ///
    /// @param parameter by which the projection is given
    /// @param without what is said when the projection is missing
    static void check(
            Optional<Select> select,
            Optional<String> indexName,
            Optional<Projection> projection,
            String parameter,
            String without) {
        if (select.isEmpty()) {
            return;
        }
        switch (select.get()) {
            case SPECIFIC_ATTRIBUTES -> {
                if (projection.isEmpty()) {
                    throw DynamoDbErrors.validation(without);
                }
            }
            case ALL_ATTRIBUTES -> forbid(projection, parameter, "ALL_ATTRIBUTES");
            case COUNT -> forbid(projection, parameter, "only the Count");
            case ALL_PROJECTED_ATTRIBUTES -> {
                forbid(projection, parameter, "ALL_PROJECTED_ATTRIBUTES");
                if (indexName.isEmpty()) {
                    throw DynamoDbErrors.validation(
                            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an"
                                    + " IndexName");
                }
            }
        }
    }

    private static void forbid(Optional<Projection> projection, String parameter, String target) {
        if (projection.isPresent()) {
            throw DynamoDbErrors.validation(
                    "Cannot specify the %s when choosing to get %s".formatted(parameter, target));
        }
    }

    /// @throws groundschool.emulator.AwsException if the index is none of the table's, or cannot
    ///   give what is asked of it
    static Reading of(
            Table table,
            Optional<String> indexName,
            boolean consistent,
            Optional<Select> select,
            Optional<Projection> projection,
            Call call) {
        var index = indexName.map(table::index);
        index.filter(read -> read.isBackfilling(table.definition(), call.now()))
                .ifPresent(read -> {
                    throw TableErrors.backfilling(read.name());
                });
        if (consistent && index.filter(Index::isGlobal).isPresent()) {
            throw TableErrors.consistentReadOfGlobalIndex();
        }
        var chosen =
                select.orElse(
                        projection.isPresent()
                                ? Select.SPECIFIC_ATTRIBUTES
                                : index.isPresent()
                                        ? Select.ALL_PROJECTED_ATTRIBUTES
                                        : Select.ALL_ATTRIBUTES);
        return new Reading(index, chosen, projection);
    }

    /// @throws groundschool.emulator.AwsException if a global index lacks what is asked of it
    void checkProjected() {
        var global = index.filter(Index::isGlobal).filter(read -> !read.projectsAll());
        if (global.isEmpty()) {
            return;
        }
        if (select == Select.ALL_ATTRIBUTES) {
            throw TableErrors.allAttributesOfGlobalIndex(global.get().name());
        }
        var missing = notProjected(global.get());
        if (!missing.isEmpty()) {
            throw TableErrors.notProjected(global.get().name(), missing);
        }
    }

    /// Whether a local index's items must be fetched from the table.
    boolean needsWholeItems() {
        var local = index.filter(read -> !read.isGlobal() && !read.projectsAll());
        return local.isPresent()
                && (select == Select.ALL_ATTRIBUTES || !notProjected(local.get()).isEmpty());
    }

    private List<String> notProjected(Index read) {
        var has = read.projected().orElseThrow();
        return projection.stream()
                .flatMap(given -> given.paths().stream())
                .map(DocumentPath::attribute)
                .filter(attribute -> !has.contains(attribute))
                .distinct()
                .toList();
    }

    /// The items as the answer has them: none if only their count is asked for.
    Optional<List<Item>> answered(Page page) {
        if (select == Select.COUNT) {
            return Optional.empty();
        }
        return Optional.of(
                projection
                        .map(given -> page.items().stream().map(given::apply).toList())
                        .orElse(page.items()));
    }
}
