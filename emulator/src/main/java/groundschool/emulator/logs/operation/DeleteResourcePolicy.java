package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;
import java.util.Optional;

/// Deletes a policy by which services of AWS may write to the account's log groups.
///
/// Source:
/// [DeleteResourcePolicy](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DeleteResourcePolicy.html)
public record DeleteResourcePolicy(Optional<String> policyName)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:DeleteResourcePolicy", "*"));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        groups.policies(call.region())
                .delete(
                        policyName.orElseThrow(() ->
                                LogsErrors.invalidParameter("Policy name must not be empty.")));
        return new Nothing();
    }
}
