package groundschool.emulator.dynamodb.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.PolicyRules;
import groundschool.emulator.dynamodb.TableErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.AttributeDefinition;
import groundschool.emulator.dynamodb.schema.BillingMode;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.KeySchemaElement;
import groundschool.emulator.dynamodb.schema.LocalSecondaryIndex;
import groundschool.emulator.dynamodb.schema.OnDemandThroughput;
import groundschool.emulator.dynamodb.schema.ProvisionedThroughput;
import groundschool.emulator.dynamodb.schema.SseSpecification;
import groundschool.emulator.dynamodb.schema.StreamSpecification;
import groundschool.emulator.dynamodb.schema.TableClass;
import groundschool.emulator.dynamodb.schema.TableDefinition;
import groundschool.emulator.dynamodb.schema.TableDescription;
import groundschool.emulator.dynamodb.schema.TableId;
import groundschool.emulator.dynamodb.schema.TableRules;
import groundschool.emulator.dynamodb.schema.TagInput;
import groundschool.emulator.dynamodb.schema.WarmThroughput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Creates a table. It is `CREATING` in this answer, and `ACTIVE` for the next call unless the
/// sandbox delays it.
///
/// Source:
/// [CreateTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html)
public record CreateTable(
        String tableName,
        Optional<List<KeySchemaElement>> keySchema,
        Optional<List<AttributeDefinition>> attributeDefinitions,
        Optional<List<GlobalSecondaryIndex>> globalSecondaryIndexes,
        Optional<List<LocalSecondaryIndex>> localSecondaryIndexes,
        Optional<BillingMode> billingMode,
        Optional<ProvisionedThroughput> provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<WarmThroughput> warmThroughput,
        Optional<StreamSpecification> streamSpecification,
        @JsonProperty("SSESpecification") Optional<SseSpecification> sseSpecification,
        Optional<TableClass> tableClass,
        Optional<Boolean> deletionProtectionEnabled,
        Optional<List<TagInput>> tags,
        Optional<String> resourcePolicy,
        Optional<Object> vectorIndexes,
        Optional<Object> globalTableSourceArn,
        Optional<Object> globalTableSettingsReplicationMode)
        implements DynamoDbOperation {

    /// The answer.
    public record Response(TableDescription tableDescription) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        var arn = tables.arn(tableName, call);
        var wanted = new ArrayList<Access>();
        var given = tags.orElse(List.of());
        wanted.add(new Access("dynamodb:CreateTable", arn, TagKeys.given(given)));
        if (tags.isPresent()) {
            wanted.add(new Access("dynamodb:TagResource", arn, TagKeys.given(given)));
        }
        if (resourcePolicy.isPresent()) {
            wanted.add(Access.to("dynamodb:PutResourcePolicy", arn));
        }
        return wanted;
    }

    @Override
    public Response run(Tables tables, Call call) {
        var name = tables.newName(tableName, call);
        refuseWhatIsNotSupported();
        rules().check();
        checkStream();
        sseSpecification.ifPresent(SseSpecification::check);
        resourcePolicy.ifPresent(PolicyRules::check);
        var created = tables.create(definition(name, tables, call), streamSpecification, call);
        resourcePolicy.ifPresent(
                policy -> tables.policies().put(created.arn(call), policy, call.now()));
        return new Response(created.describer(call).created());
    }

    private void refuseWhatIsNotSupported() {
        refuse("VectorIndexes", vectorIndexes.isPresent());
        refuse("GlobalTableSourceArn", globalTableSourceArn.isPresent());
        refuse(
                "GlobalTableSettingsReplicationMode",
                globalTableSettingsReplicationMode.isPresent());
    }

    private static void refuse(String parameter, boolean given) {
        if (given) {
            throw TableErrors.notSupportedYet(parameter);
        }
    }

    private TableRules rules() {
        return new TableRules(
                keySchema,
                attributeDefinitions,
                globalSecondaryIndexes,
                localSecondaryIndexes,
                billing(),
                provisionedThroughput,
                onDemandThroughput,
                warmThroughput);
    }

    private void checkStream() {
        boolean hasViewType =
                streamSpecification.flatMap(StreamSpecification::streamViewType).isPresent();
        boolean isEnabled =
                streamSpecification.filter(StreamSpecification::streamEnabled).isPresent();
        if (isEnabled && !hasViewType) {
            throw DynamoDbErrors.invalidParameters(
                    "Table is being created with a stream enabled, UpdateViewType is required");
        }
        if (!isEnabled && hasViewType) {
            throw DynamoDbErrors.invalidParameters(
                    "Table is being created with a stream disabled, UpdateViewType should not be"
                            + " specified");
        }
    }

    private BillingMode billing() {
        return billingMode.orElse(BillingMode.PROVISIONED);
    }

    private TableDefinition definition(String name, Tables tables, Call call) {
        return new TableDefinition(
                name,
                TableId.fresh(call.random()),
                call.now(),
                call.now().plus(tables.delay()),
                Optional.empty(),
                attributeDefinitions.orElseThrow(),
                keySchema.orElseThrow(),
                globalSecondaryIndexes.orElse(List.of()),
                localSecondaryIndexes.orElse(List.of()),
                billing(),
                provisionedThroughput.orElse(ProvisionedThroughput.NONE),
                onDemandThroughput.filter(maximum -> !maximum.limitsNothing()),
                warmThroughput,
                tableClass,
                deletionProtectionEnabled.orElse(false),
                sseSpecification.flatMap(asked -> asked.keyArn(call)),
                TagInput.merge(List.of(), TagInput.check(tags.orElse(List.of()))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
