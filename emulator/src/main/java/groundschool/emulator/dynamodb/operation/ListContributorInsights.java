package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.insight.Insight;
import groundschool.emulator.dynamodb.insight.InsightMode;
import groundschool.emulator.dynamodb.insight.InsightStatus;
import groundschool.emulator.dynamodb.schema.GlobalSecondaryIndex;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Lists the Contributor Insights of a table and its global indexes, or of all tables; at most 100
/// at a time.
///
/// Source:
/// [ListContributorInsights](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListContributorInsights.html)
public record ListContributorInsights(
        Optional<String> tableName, Optional<String> nextToken, OptionalInt maxResults)
        implements DynamoDbOperation {

    private static final int PAGE = 100;

    /// @param nextToken where to go on, if there are more
    public record Response(
            List<ContributorInsightsSummary> contributorInsightsSummaries,
            Optional<String> nextToken) {}

    /// One table or index.
    public record ContributorInsightsSummary(
            String tableName,
            Optional<String> indexName,
            InsightStatus contributorInsightsStatus,
            Optional<InsightMode> contributorInsightsMode) {

        private String place() {
            return tableName + "/" + indexName.orElse("");
        }
    }

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:ListContributorInsights", "*"));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var start = nextToken.map(ListContributorInsights::place).orElse("");
        var names =
                tableName
                        .map(name -> List.of(tables.named(name, call).name()))
                        .orElseGet(() -> tables.names(Optional.empty(), call));
        int page = Math.clamp(maxResults.orElse(PAGE), 1, PAGE);
        var found =
                names.stream()
                        .flatMap(name -> summaries(name, tables, call))
                        .filter(summary -> summary.place().compareTo(start) > 0)
                        .limit(page + 1L)
                        .toList();
        if (found.size() <= page) {
            return new Response(found, Optional.empty());
        }
        return new Response(
                found.subList(0, page), Optional.of(token(found.get(page - 1).place())));
    }

    private static Stream<ContributorInsightsSummary> summaries(
            String name, Tables tables, Call call) {
        var indexes =
                tables.named(name, call).definition().globalIndexes().stream()
                        .map(GlobalSecondaryIndex::indexName)
                        .sorted()
                        .map(Optional::of);
        return Stream.concat(Stream.of(Optional.<String>empty()), indexes)
                .map(index -> summary(name, index, tables, call));
    }

    private static ContributorInsightsSummary summary(
            String name, Optional<String> index, Tables tables, Call call) {
        var insight = tables.insights(call).of(name, index);
        return new ContributorInsightsSummary(
                name,
                index,
                insight.map(given -> given.status(tables.delay(), call.now()))
                        .orElse(InsightStatus.DISABLED),
                insight.map(Insight::mode));
    }

    private static String token(String place) {
        return Base64.getEncoder().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws groundschool.emulator.AwsException if the token is none of ours
    private static String place(String token) {
        try {
            return new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw DynamoDbErrors.validation("Invalid NextToken");
        }
    }
}
