package groundschool.emulator.logs.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.Operation;
import groundschool.emulator.iam.policy.DocumentKind;
import groundschool.emulator.iam.policy.MalformedPolicyException;
import groundschool.emulator.iam.policy.Policy;
import groundschool.emulator.logs.LogGroups;
import groundschool.emulator.logs.LogPolicies.LogPolicy;
import groundschool.emulator.logs.LogsErrors;
import java.util.List;
import java.util.Optional;

/// Keeps a policy by which services of AWS may write to the account's log groups.
///
/// Source:
/// [PutResourcePolicy](https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html)
///
/// @param resourceArn is refused, as is the last: log groups have no policies of their own yet
public record PutResourcePolicy(
        Optional<String> policyName,
        Optional<String> policyDocument,
        Optional<Object> resourceArn,
        Optional<Object> expectedRevisionId)
        implements LogsOperation, Operation<LogGroups> {

    /// As it is kept.
    public record Response(LogPolicy resourcePolicy) {}

    @Override
    public List<Access> access(LogGroups groups, Call call) {
        return List.of(Access.to("logs:PutResourcePolicy", "*"));
    }

    @Override
    public Response run(LogGroups groups, Call call) {
        if (resourceArn.isPresent() || expectedRevisionId.isPresent()) {
            throw LogsErrors.notYet("policies of single log groups");
        }
        var name =
                policyName.orElseThrow(
                        () -> LogsErrors.invalidParameter("Policy name must not be empty."));
        var document = policyDocument.orElse("");
        if (!isDocument(document)) {
            throw LogsErrors.invalidParameter("Resource Policy document is invalid.");
        }
        var policy = new LogPolicy(name, document, call.now().toEpochMilli(), "ACCOUNT");
        groups.policies(call.region()).put(policy);
        return new Response(policy);
    }

    private static boolean isDocument(String text) {
        try {
            Policy.parse(DocumentKind.RESOURCE, text);
            return true;
        } catch (MalformedPolicyException _) {
            return false;
        }
    }
}
