package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.insight.Insight;
import groundschool.emulator.dynamodb.insight.InsightMode;
import groundschool.emulator.dynamodb.insight.InsightStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says whether the busiest keys of a table or a global index are counted, and by which rules.
///
/// Source:
/// [DescribeContributorInsights](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DescribeContributorInsights.html)
public record DescribeContributorInsights(String tableName, Optional<String> indexName)
        implements DynamoDbOperation {

    /// @param contributorInsightsRuleList the names of CloudWatch's rules; absent if there are none
    public record Response(
            String tableName,
            Optional<String> indexName,
            Optional<List<String>> contributorInsightsRuleList,
            InsightStatus contributorInsightsStatus,
            Optional<Instant> lastUpdateDateTime,
            Optional<InsightMode> contributorInsightsMode) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return ContributorInsights.access(
                "dynamodb:DescribeContributorInsights", tableName, indexName, tables, call);
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = ContributorInsights.table(tableName, indexName, tables, call);
        var insight = tables.insights(call).of(table.name(), indexName);
        var resource = table.name() + indexName.map(name -> "-" + name).orElse("");
        var key = table.keyOf(indexName).orElseThrow();
        return new Response(
                table.name(),
                indexName,
                insight.map(given -> given.rules(resource, key)).filter(rules -> !rules.isEmpty()),
                insight.map(given -> given.status(tables.delay(), call.now()))
                        .orElse(InsightStatus.DISABLED),
                insight.map(Insight::changedAt),
                insight.map(Insight::mode));
    }
}
