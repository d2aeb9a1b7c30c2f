package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.Queries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Lists the queries of the last week, the latest first.
///
/// Source:
/// [DescribeQueries](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueries.html)
public record DescribeQueries(
        Optional<String> logGroupName,
        Optional<String> status,
        Optional<Integer> maxResults,
        Optional<String> nextToken,
        Optional<String> queryLanguage)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 1_000;

    /// @param nextToken where to go on, if there are more
    public record Response(List<QueryInfo> queries, Optional<String> nextToken) {}

    /// @param queryString with the groups and the time before it, as AWS shows it
    public record QueryInfo(
            String queryLanguage,
            String queryId,
            String queryString,
            String status,
            long createTime,
            String logGroupName) {
        private QueryInfo(Queries.Query query) {
            this(
                    "CWLI",
                    query.queryId(),
                    "SOURCE %s START=%d000 END=%d999 | %s"
                            .formatted(
                                    query.groupNames().stream()
                                            .map("\"%s\""::formatted)
                                            .reduce((one, other) -> one + " " + other)
                                            .orElse(""),
                                    query.start(),
                                    query.end(),
                                    query.queryString()),
                    query.status(),
                    query.createTime(),
                    query.groupNames().getFirst());
        }
    }

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:DescribeQueries", LogArns.everyGroup(call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        boolean isOurs =
                queryLanguage
                        .map(language -> language.toUpperCase(Locale.ROOT).equals("CWLI"))
                        .orElse(true);
        var found =
                groups.queries(call).all().stream()
                        .filter(_ -> isOurs)
                        .filter(query -> status.map(query.status()::equals).orElse(true))
                        .filter(query ->
                                logGroupName.map(query.groupNames()::contains).orElse(true))
                        .toList();
        var page = Pages.of(found, Queries.Query::queryId, nextToken, maxResults.orElse(PAGE));
        return new Response(page.entries().stream().map(QueryInfo::new).toList(), page.next());
    }
}
