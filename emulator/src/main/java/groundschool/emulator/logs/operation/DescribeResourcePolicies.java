package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogPolicies.LogPolicy;
import java.util.List;
import java.util.Optional;

/// Lists the policies by which services of AWS may write to the account's log groups.
///
/// Source:
/// [DescribeResourcePolicies](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeResourcePolicies.html)
public record DescribeResourcePolicies(
        Optional<String> nextToken, Optional<Integer> limit, Optional<String> policyScope)
        implements LogsOperation, Operation<LogGroups> {

    private static final int PAGE = 50;

    /// @param nextToken where to go on, if there are more
    public record Response(List<LogPolicy> resourcePolicies, Optional<String> nextToken) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:DescribeResourcePolicies", "*"));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        var found =
                groups.policies(call.region()).all().stream()
                        .filter(policy ->
                                policyScope.map(policy.policyScope()::equals).orElse(true))
                        .toList();
        var page = Pages.of(found, LogPolicy::policyName, nextToken, limit.orElse(PAGE));
        return new Response(page.entries(), page.next());
    }
}
