package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.PolicyRules;
import groundschool.emulator.dynamodb.ResourceArn;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;

/// Shows the policy that is attached to a table or a stream.
///
/// Source:
/// [GetResourcePolicy](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_GetResourcePolicy.html)
public record GetResourcePolicy(String resourceArn) implements DynamoDbOperation {

    /// The answer.
    public record Response(String policy, String revisionId) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:GetResourcePolicy", resourceArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = ResourceArn.toGovern(resourceArn, tables, call);
        var policy =
                tables.policies()
                        .of(resourceArn)
                        .orElseThrow(() ->
                                PolicyRules.notFound(
                                        "Table %s has no associated policy."
                                                .formatted(table.name())));
        return new Response(policy.document(), policy.revisionId());
    }
}
