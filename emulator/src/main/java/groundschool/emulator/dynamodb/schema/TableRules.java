package groundschool.emulator.dynamodb.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// What the service asks of a new table, in its words and order.
///
/// The order and the wordings are those that dynalite and dynoxide recorded from the service.
///
/// Source:
/// [CreateTable](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html)
public record TableRules(
        Optional<List<KeySchemaElement>> keySchema,
        Optional<List<AttributeDefinition>> attributes,
        Optional<List<GlobalSecondaryIndex>> globalIndexes,
        Optional<List<LocalSecondaryIndex>> localIndexes,
        BillingMode billing,
        Optional<ProvisionedThroughput> provisionedThroughput,
        Optional<OnDemandThroughput> onDemandThroughput,
        Optional<WarmThroughput> warmThroughput) {

    /// Holds the table against all of them.
    ///
    /// @throws groundschool.emulator.AwsException at the first that it breaks
    public void check() {
        KeyRules.checkGiven(keySchema, attributes);
        ThroughputRules.check(billing, provisionedThroughput);
        ThroughputRules.checkOnDemand(billing, onDemandThroughput, "table");
        ThroughputRules.checkWarm(billing, provisionedThroughput, Optional.empty(), warmThroughput);
        var key = keySchema.orElseThrow();
        var definitions = attributes.orElseThrow();
        KeyRules.check(key, definitions);
        var names = new HashSet<String>();
        localIndexes.ifPresent(local -> IndexRules.checkLocal(local, key, definitions, names));
        globalIndexes.ifPresent(
                global -> IndexRules.checkGlobal(global, definitions, billing, names));
        var indexes = new ArrayList<SecondaryIndex>();
        localIndexes.ifPresent(indexes::addAll);
        globalIndexes.ifPresent(indexes::addAll);
        IndexRules.checkProjectedAttributes(indexes);
        KeyRules.checkAllUsed(key, indexes, definitions);
    }
}
