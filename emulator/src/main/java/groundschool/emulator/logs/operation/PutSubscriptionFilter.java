package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.GroupFilters;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import groundschool.emulator.logs.SubscriptionFilter;
import groundschool.emulator.logs.pattern.FilterPattern;
import java.util.List;
import java.util.Optional;

/// Has events that a pattern means be sent somewhere else as they are written.
///
/// Source:
/// [PutSubscriptionFilter](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutSubscriptionFilter.html)
///
/// @param fieldSelectionCriteria is refused, as is the last: there is no centralization of logs
public record PutSubscriptionFilter(
        String logGroupName,
        String filterName,
        String filterPattern,
        String destinationArn,
        Optional<String> roleArn,
        Optional<String> distribution,
        Optional<Boolean> applyOnTransformedLogs,
        Optional<Object> fieldSelectionCriteria,
        Optional<Object> emitSystemFields)
        implements LogsOperation, Operation<LogGroups> {

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:PutSubscriptionFilter", LogArns.group(logGroupName, call)));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        if (applyOnTransformedLogs.orElse(false)
                || fieldSelectionCriteria.isPresent()
                || emitSystemFields.isPresent()) {
            throw LogsErrors.notYet("subscriptions to transformed or centralized logs");
        }
        FilterPattern.of(filterPattern);
        if (destinationArn.contains(":kinesis:") && roleArn.isEmpty()) {
            throw LogsErrors.invalidParameter(
                    "destinationArn for vendor kinesis cannot be used without roleArn");
        }
        // arn:aws:lambda:region:account:function:name
        var parts = destinationArn.split(":", -1);
        if (parts.length > 4 && parts[2].equals("lambda") && !parts[4].equals(call.account())) {
            throw LogsErrors.otherAccountsFunction();
        }
        var destination =
                GroupFilters.destination(destinationArn)
                        .orElseThrow(() -> LogsErrors.notYet("subscriptions of " + destinationArn));
        var filter =
                new SubscriptionFilter(
                        filterName,
                        logGroupName,
                        filterPattern,
                        destinationArn,
                        roleArn,
                        distribution.orElse("ByLogStream"),
                        false,
                        call.now().toEpochMilli());
        var group = groups.named(logGroupName, call);
        destination.check(filter, call.services(), call.region());
        groups.filters(group, call).put(filter);
        return new Nothing();
    }
}
