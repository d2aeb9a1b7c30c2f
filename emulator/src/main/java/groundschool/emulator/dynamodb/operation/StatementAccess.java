package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Item;
import groundschool.emulator.dynamodb.KeySchema;
import groundschool.emulator.dynamodb.Table;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.expression.DocumentPath;
import groundschool.emulator.dynamodb.partiql.Plan;
import groundschool.emulator.dynamodb.partiql.Prepared;
import groundschool.emulator.dynamodb.partiql.Returning;
import groundschool.emulator.dynamodb.partiql.Statement;
import groundschool.emulator.dynamodb.partiql.WriteKey;
import java.util.Optional;

/// What IAM is asked about a statement.
///
/// Source: [IAM security policies with PartiQL for
/// DynamoDB](https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html)
///
/// @param enclosing the operation whose parts are statements, if it is one that policies can name
record StatementAccess(Tables tables, Call call, Optional<String> enclosing) {

    Access of(Prepared prepared) {
        var access =
                new ItemAccess(action(prepared.statement()), prepared.tableName(), tables, call)
                        .index(prepared.statement().target().index())
                        .attributes(
                                prepared.paths().map(DocumentPath::attribute).distinct().toList())
                        .parameter("EnclosingOperation", enclosing);
        var table = tables.find(prepared.tableName(), call);
        switch (prepared.statement()) {
            case Statement.Select select -> read(access, prepared, select, table);
            case Statement.Exists _ -> key(access, prepared, table);
            case Statement.Insert _ -> prepared.item().ifPresent(access::item);
            case Statement.Update _, Statement.Delete _ -> {
                key(access, prepared, table);
                access.parameter(
                        "ReturnValues",
                        Optional.of(
                                prepared.statement()
                                        .returning()
                                        .map(Returning::returnValues)
                                        .orElse("NONE")));
            }
        }
        return access.asked();
    }

    private static String action(Statement statement) {
        return switch (statement) {
            case Statement.Select _, Statement.Exists _ -> "dynamodb:PartiQLSelect";
            case Statement.Insert _ -> "dynamodb:PartiQLInsert";
            case Statement.Update _ -> "dynamodb:PartiQLUpdate";
            case Statement.Delete _ -> "dynamodb:PartiQLDelete";
        };
    }

    private static void read(
            ItemAccess access, Prepared prepared, Statement.Select select, Optional<Table> table) {
        var index = select.target().index();
        var key = table.flatMap(found -> found.keyOf(index));
        var keyed = key.filter(schema -> Plan.isKeyed(prepared.where(), schema));
        keyed.ifPresent(
                schema -> Plan.partitions(prepared.where(), schema).forEach(access::leadingKey));
        access.parameter("FullTableScan", Optional.of(keyed.isEmpty()))
                .parameter(
                        "Select",
                        Optional.of(
                                !select.columns().isEmpty()
                                        ? Select.SPECIFIC_ATTRIBUTES
                                        : index.isPresent()
                                                ? Select.ALL_PROJECTED_ATTRIBUTES
                                                : Select.ALL_ATTRIBUTES));
    }

    private static void key(ItemAccess access, Prepared prepared, Optional<Table> table) {
        table.map(Table::key).map(schema -> key(prepared, schema)).ifPresent(access::item);
    }

    private static Item key(Prepared prepared, KeySchema schema) {
        return WriteKey.of(prepared.where(), schema, true).key();
    }
}
