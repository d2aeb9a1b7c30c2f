package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.Queries;
import groundschool.emulator.logs.insights.InsightsQuery;
import java.util.List;
import java.util.Optional;

/// Gives what a query has found.
///
/// Source:
/// [GetQueryResults](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetQueryResults.html)
///
/// @param maxItems of a page; all records if it is not given
public record GetQueryResults(
        String queryId, Optional<String> nextToken, Optional<Integer> maxItems)
        implements LogsOperation, Operation<LogGroups> {

    private static final int RECORDS = 10_000;

    /// @param results each record as its fields
    public record Response(
            String queryLanguage,
            List<List<InsightsQuery.Cell>> results,
            QueryStatistics statistics,
            String status,
            Optional<String> nextToken) {}

    /// How much was looked at.
    public record QueryStatistics(
            double recordsMatched,
            double recordsScanned,
            double estimatedRecordsSkipped,
            double bytesScanned,
            double estimatedBytesSkipped,
            double logGroupsScanned) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:GetQueryResults", "*"));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var queries = groups.queries(call);
        var query = queries.named(queryId);
        if (query.isCancelled()) {
            return new Response(
                    "CWLI",
                    List.of(),
                    new QueryStatistics(0, 0, 0, 0, 0, 0),
                    query.status(),
                    Optional.empty());
        }
        return response(query, queries.run(query));
    }

    private Response response(Queries.Query query, Queries.Found found) {
        var records = found.results().records();
        int from = Math.min(records.size(), nextToken.map(GetQueryResults::number).orElse(0));
        int to = Math.min(records.size(), from + maxItems.orElse(RECORDS));
        return new Response(
                "CWLI",
                records.subList(from, to),
                new QueryStatistics(
                        found.results().matched(),
                        found.scanned(),
                        0,
                        found.bytesScanned(),
                        0,
                        query.groupNames().size()),
                found.status(),
                to < records.size()
                        ? Optional.of(Pages.token(Integer.toString(to)))
                        : Optional.empty());
    }

    private static int number(String token) {
        var text = Pages.text(token);
        if (!text.matches("[0-9]{1,6}")) {
            throw LogsErrors.invalidToken();
        }
        return Integer.parseInt(text);
    }
}
