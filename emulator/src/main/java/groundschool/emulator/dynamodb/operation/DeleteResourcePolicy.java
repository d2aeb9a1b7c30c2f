package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.PolicyRules;
import groundschool.emulator.dynamodb.ResourceArn;
import groundschool.emulator.dynamodb.ResourcePolicies;
import groundschool.emulator.dynamodb.Tables;
import java.util.List;
import java.util.Optional;

/// Takes the policy off a table or a stream. It is no mistake if there is none.
///
/// Source:
/// [DeleteResourcePolicy](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_DeleteResourcePolicy.html)
public record DeleteResourcePolicy(String resourceArn, Optional<String> expectedRevisionId)
        implements DynamoDbOperation {

    /// @param revisionId of the policy that was there
    public record Response(Optional<String> revisionId) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to("dynamodb:DeleteResourcePolicy", resourceArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = ResourceArn.toGovern(resourceArn, tables, call);
        table.requireActive(call);
        var current = tables.policies().of(resourceArn);
        PolicyRules.checkRevision(expectedRevisionId, current, table.name());
        tables.policies().remove(resourceArn);
        return new Response(current.map(ResourcePolicies.Policy::revisionId));
    }
}
