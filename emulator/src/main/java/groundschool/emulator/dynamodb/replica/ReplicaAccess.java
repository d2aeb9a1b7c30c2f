package groundschool.emulator.dynamodb.replica;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.stream.Stream;

/// What IAM is asked about changes to replicas, besides UpdateTable: what is done in the Regions of
/// the replicas.
///
/// Source: [Using IAM with global
/// tables](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2gt_IAM.html)
///
/// @param tableName or its ARN
public record ReplicaAccess(Tables tables, String tableName, Call call) {

    private static final List<String> TO_ADD =
            List.of(
                    "CreateTable",
                    "CreateTableReplica",
                    "Scan",
                    "Query",
                    "UpdateItem",
                    "PutItem",
                    "GetItem",
                    "DeleteItem",
                    "BatchWriteItem");

    private static final List<String> TO_DELETE = List.of("DeleteTable", "DeleteTableReplica");

    /// @param updates as the request has them, which may be none that can be
    public List<Access> to(List<ReplicationGroupUpdate> updates) {
        return updates.stream().flatMap(this::to).toList();
    }

    private Stream<Access> to(ReplicationGroupUpdate update) {
        var added =
                update.create().stream()
                        .flatMap(create ->
                                Stream.concat(
                                        asked(TO_ADD, create.regionName()),
                                        tables.replicas().role().toMake(call).stream()));
        var changed =
                update.update().stream()
                        .flatMap(change -> asked(List.of("UpdateTable"), change.regionName()));
        var deleted =
                update.delete().stream().flatMap(delete -> asked(TO_DELETE, delete.regionName()));
        return Stream.of(added, changed, deleted).flatMap(each -> each);
    }

    private Stream<Access> asked(List<String> actions, String region) {
        var name = tableName.substring(tableName.lastIndexOf('/') + 1);
        var arn = call.in(region).arn("dynamodb", "table/" + name);
        return actions.stream().map(action -> Access.to("dynamodb:" + action, arn));
    }
}
