package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.Queries;
import groundschool.emulator.logs.insights.InsightsQuery;
import groundschool.emulator.logs.insights.QueryException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Starts a query of Logs Insights over one log group or several.
///
/// Source:
/// [StartQuery](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StartQuery.html)
///
/// @param queryLanguage `CWLI`, the only one that the emulator has
/// @param startTime,endTime seconds since 1970, or milliseconds
public record StartQuery(
        Optional<String> queryLanguage,
        Optional<String> logGroupName,
        Optional<List<String>> logGroupNames,
        Optional<List<String>> logGroupIdentifiers,
        long startTime,
        long endTime,
        String queryString,
        Optional<Integer> limit)
        implements LogsOperation, Operation<LogGroups> {

    private static final int RECORDS = 10_000;
    private static final int MOST_GROUPS = 50;

    /// Later than any time that is meant in seconds.
    private static final long LATEST_SECOND = 99_999_999_999L;

    /// By which the results are asked for.
    public record Response(String queryId) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        var names = names();
        return names.isEmpty()
                ? List.of(Access.to("logs:StartQuery", LogArns.everyGroup(call)))
                : names.stream()
                        .map(name -> Access.to("logs:StartQuery", LogArns.group(name, call)))
                        .toList();
    }

    private List<String> names() {
        return Stream.of(
                        logGroupName.stream(),
                        logGroupNames.stream().flatMap(List::stream),
                        logGroupIdentifiers.stream().flatMap(List::stream))
                .flatMap(all -> all)
                .map(LogArns::groupName)
                .distinct()
                .toList();
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        queryLanguage
                .filter(language -> !language.equals("CWLI"))
                .ifPresent(language -> {
                    throw LogsErrors.notYet("queries in " + language);
                });
        long ways =
                Stream.of(logGroupName, logGroupNames, logGroupIdentifiers)
                        .filter(Optional::isPresent)
                        .count();
        var names = names();
        if (ways != 1 || names.isEmpty() || names.size() > MOST_GROUPS) {
            throw LogsErrors.invalidParameter(
                    "Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must name 1 to 50 log groups.");
        }
        long start = seconds(startTime);
        long end = seconds(endTime);
        if (end < start) {
            throw LogsErrors.invalidParameter(
                    "End time should not be less than start time: %d, %d".formatted(start, end));
        }
        try {
            InsightsQuery.of(queryString);
        } catch (QueryException wrong) {
            throw LogsErrors.malformedQuery(wrong);
        }
        for (var name : names) {
            if (groups.find(name, call).isEmpty()) {
                throw LogsErrors.noGroupToQuery(name, call);
            }
        }
        var id = new UUID(call.random().nextLong(), call.random().nextLong()).toString();
        groups.queries(call)
                .put(
                        new Queries.Query(
                                id,
                                names,
                                queryString,
                                start,
                                end,
                                limit.orElse(RECORDS),
                                call.now().toEpochMilli(),
                                false));
        return new Response(id);
    }

    private static long seconds(long time) {
        return time > LATEST_SECOND ? time / 1000 : time;
    }
}
