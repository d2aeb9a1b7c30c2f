package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ResourceArn;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.Tag;
import java.util.List;
import java.util.Optional;

/// Lists the labels of a table. They are few enough to be answered at once.
///
/// Source:
/// [ListTagsOfResource](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ListTagsOfResource.html)
public record ListTagsOfResource(String resourceArn, Optional<String> nextToken)
        implements DynamoDbOperation {

    private static final String ACTION = "dynamodb:ListTagsOfResource";

    /// The answer.
    public record Response(List<Tag> tags) {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(Access.to(ACTION, resourceArn));
    }

    @Override
    public Response run(Tables tables, Call call) {
        var table = ResourceArn.toLabel(resourceArn, ACTION, tables, call);
        if (nextToken.isPresent()) {
            throw DynamoDbErrors.validation("Invalid NextToken");
        }
        return new Response(table.definition().tags());
    }
}
