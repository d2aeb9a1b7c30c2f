package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;

/// What the operations on Contributor Insights have in common.
final class ContributorInsights {

    private ContributorInsights() {}

    static List<Access> access(
            String action, String tableName, Optional<String> index, Tables tables, Call call) {
        return List.of(
                Access.to(
                        action,
                        tables.arn(tableName, call)
                                + index.map(name -> "/index/" + name).orElse("")));
    }

    /// @throws groundschool.emulator.AwsException if there is no such table, or no such global
    ///   index
    static Table table(String tableName, Optional<String> index, Tables tables, Call call) {
        var table = tables.named(tableName, call);
        index.filter(name -> table.definition().globalIndex(name).isEmpty())
                .ifPresent(name -> {
                    throw TableErrors.noSuchIndex(name, table.name());
                });
        return table;
    }
}
