package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import java.util.List;

/// Ends a query that is still running.
///
/// Source:
/// [StopQuery](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_StopQuery.html)
public record StopQuery(String queryId) implements LogsOperation, Operation<LogGroups> {

    /// Whether it was ended.
    public record Response(boolean success) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:StopQuery", "*"));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var queries = groups.queries(call);
        queries.stop(queries.named(queryId));
        return new Response(true);
    }
}
