package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.SubscriptionFilter;
import java.util.List;
import java.util.Optional;

/// Describes the subscription filters of a group, 50 at a time.
///
/// Source:
/// [DescribeSubscriptionFilters](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeSubscriptionFilters.html)
public record DescribeSubscriptionFilters(
        String logGroupName,
        Optional<String> filterNamePrefix,
        Optional<String> nextToken,
        Optional<Integer> limit)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 50;

    /// @param nextToken where to go on, if there are more
    public record Response(
            List<SubscriptionFilter> subscriptionFilters, Optional<String> nextToken) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                Access.to("logs:DescribeSubscriptionFilters", LogArns.group(logGroupName, call)));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var found =
                groups.filters(groups.named(logGroupName, call), call).subscriptions().stream()
                        .filter(filter ->
                                filterNamePrefix.map(filter.filterName()::startsWith).orElse(true))
                        .toList();
        var page = Pages.of(found, SubscriptionFilter::filterName, nextToken, limit.orElse(PAGE));
        return new Response(page.entries(), page.next());
    }
}
