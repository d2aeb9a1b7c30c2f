package groundschool.emulator.dynamodb.operation;

import groundschool.emulator.Access;
import groundschool.emulator.Call;
import groundschool.emulator.dynamodb.DynamoDbErrors;
import groundschool.emulator.dynamodb.ResourceArn;
import groundschool.emulator.dynamodb.Tables;
import groundschool.emulator.dynamodb.schema.TagInput;
import java.util.List;
import java.util.Map;

/// Takes labels off a table.
///
/// Source:
/// [UntagResource](https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UntagResource.html)
public record UntagResource(String resourceArn, List<String> tagKeys) implements DynamoDbOperation {

    private static final String ACTION = "dynamodb:UntagResource";

    public UntagResource {
        tagKeys = List.copyOf(tagKeys);
    }

    /// Nothing.
    public record Response() {}

    @Override
    public List<Access> access(Tables tables, Call call) {
        return List.of(new Access(ACTION, resourceArn, Map.of("aws:TagKeys", tagKeys)));
    }

    @Override
    public Response run(Tables tables, Call call) {
        if (tagKeys.isEmpty()) {
            throw DynamoDbErrors.validation("Atleast one Tag Key needs to be provided as Input.");
        }
        tagKeys.forEach(TagInput::checkKey);
        var table = ResourceArn.toLabel(resourceArn, ACTION, tables, call);
        var definition = table.definition();
        var left = definition.tags().stream().filter(tag -> !tagKeys.contains(tag.key())).toList();
        tables.change(table, definition.change().tags(left).done(), call);
        return new Response();
    }
}
