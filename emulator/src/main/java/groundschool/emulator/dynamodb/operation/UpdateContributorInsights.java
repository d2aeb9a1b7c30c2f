package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.insight.Insight;
import groundschool.emulator.dynamodb.insight.InsightMode;
import groundschool.emulator.dynamodb.insight.InsightStatus;
import java.util.List;
import java.util.Optional;

/// Has the busiest keys of a table or a global index counted, or no longer. It is under way in this
/// answer, and done for the next call unless the sandbox delays it.
///
/// Source:
/// [UpdateContributorInsights](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateContributorInsights.html)
public record UpdateContributorInsights(
        String tableName,
        Optional<String> indexName,
        Action contributorInsightsAction,
        Optional<InsightMode> contributorInsightsMode)
        implements DynamoDbOperation {

    /// What is to be done.
    public enum Action {
        ENABLE,
        DISABLE
    }

    /// @param contributorInsightsMode that which counts, whatever a request to disable says; absent
    ///   if it never was enabled
    public record Response(
            String tableName,
            Optional<String> indexName,
            InsightStatus contributorInsightsStatus,
            Optional<InsightMode> contributorInsightsMode) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return ContributorInsights.access(
                "dynamodb:UpdateContributorInsights", tableName, indexName, tables, call);
    }

    @Override
    public Response run(Tables tables, Call call) {
        var name = ContributorInsights.table(tableName, indexName, tables, call).name();
        var insights = tables.insights(call);
        var before = insights.of(name, indexName);
        var after =
                switch (contributorInsightsAction) {
                    case ENABLE ->
                            Optional.of(
                                    insights.enable(
                                            name,
                                            indexName,
                                            contributorInsightsMode.orElse(
                                                    InsightMode.ACCESSED_AND_THROTTLED_KEYS),
                                            call.now()));
                    case DISABLE -> insights.disable(name, indexName, call.now());
                };
        return new Response(
                name,
                indexName,
                after.equals(before) ? settled(after) : underWay(),
                after.map(Insight::mode));
    }

    private static InsightStatus settled(Optional<Insight> insight) {
        return insight.filter(Insight::enabled).isPresent()
                ? InsightStatus.ENABLED
                : InsightStatus.DISABLED;
    }

    private InsightStatus underWay() {
        return switch (contributorInsightsAction) {
            case ENABLE -> InsightStatus.ENABLING;
            case DISABLE -> InsightStatus.DISABLING;
        };
    }
}
