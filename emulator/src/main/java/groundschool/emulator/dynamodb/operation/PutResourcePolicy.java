package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.PolicyRules;
import groundschool.emulator.dynamodb.ResourceArn;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;

/// Attaches a policy to a table or a stream.
///
/// Source:
/// [PutResourcePolicy](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html)
///
/// @param confirmRemoveSelfResourceAccess not asked for: a sandbox's owner can always change it
public record PutResourcePolicy(
        String resourceArn,
        String policy,
        Optional<String> expectedRevisionId,
        Optional<Boolean> confirmRemoveSelfResourceAccess)
        implements DynamoDbOperation {

    /// The answer.
    public record Response(String revisionId) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:PutResourcePolicy", resourceArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        PolicyRules.check(policy);
        var table = ResourceArn.toGovern(resourceArn, tables, call);
        table.requireActive(call);
        var policies = tables.policies();
        PolicyRules.checkRevision(expectedRevisionId, policies.of(resourceArn), table.name());
        return new Response(policies.put(resourceArn, policy, call.now()).revisionId());
    }
}
