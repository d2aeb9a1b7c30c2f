package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.logs.LogArns;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a log group, whose events are kept for good until a retention is set.
///
/// Source:
/// [CreateLogGroup](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html)
///
/// @param kmsKeyId is refused: there are no keys yet
public record CreateLogGroup(
        String logGroupName,
        Optional<Object> kmsKeyId,
        Optional<Map<String, String>> tags,
        Optional<String> logGroupClass,
        Optional<Boolean> deletionProtectionEnabled)
        implements LogsOperation, Operation<LogGroups> {

    /// A group with nothing set.
    public static CreateLogGroup named(String logGroupName) {
        return new CreateLogGroup(
                logGroupName,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(
                new Access(
                        "logs:CreateLogGroup",
                        LogArns.group(logGroupName, call),
                        Tags.conditionKeys(tags.orElse(Map.of()))));
    }

    @Override
    public Nothing run(LogGroups groups, Call call) {
        kmsKeyId.ifPresent(_ -> {
            throw LogsErrors.notYet("log groups that are encrypted with a key of KMS");
        });
        groups.create(
                logGroupName,
                logGroupClass.orElse("STANDARD"),
                deletionProtectionEnabled.orElse(false),
                tags.orElse(Map.of()),
                call);
        return new Nothing();
    }
}
